// pdf.js's own worker, as a file of this origin.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
