import inter from 'font:@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?wght=400-700';
import newsreaderItalic from 'font:@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2?wght=400&opsz=28';
import newsreader from 'font:@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2?wght=400-700&opsz=14-40';

/** @type {[family: string, address: string, descriptors: FontFaceDescriptors][]} */
const FACES = [
  ['Newsreader', newsreader, { weight: '400 700' }],
  ['Newsreader', newsreaderItalic, { style: 'italic' }],
  ['Inter', inter, { weight: '400 700' }],
];

/**
 * Loads what the page is set in: Newsreader for all that articles say, Inter for all that the page says. A font that
 * cannot be loaded is done without.
 */
export async function loadFonts() {
  await Promise.allSettled(
    FACES.map(async ([family, address, descriptors]) => {
      const face = new FontFace(family, `url(${new URL(address, document.baseURI)})`, { ...descriptors, display: 'swap' });
      document.fonts.add(await face.load());
    }),
  );
}
