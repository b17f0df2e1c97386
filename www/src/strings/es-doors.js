// What is said of articles on their way in, in Spanish.

/** @import { LaterStrings } from './index.js' */

import { list, number, sentenceCase, several } from './es.js';

/** @type {LaterStrings['doors']} */
export const doors = {
  drop: 'Suelte los archivos para añadirlos como artículos',
  reading: (name) => `Leyendo ${name}…`,
  added: (count) => sentenceCase(several(count, 'un artículo añadido.', 'artículos añadidos.')),
  opened: 'Se abrió la comparación del archivo en lugar de sus artículos.',
  marked: (count) => sentenceCase(several(count, 'una marca del archivo, mostrada en lugar de lo que se encontró.', 'marcas del archivo, mostradas en lugar de lo que se encontró.')),
  unplaced: (count) =>
    `contiene ${several(count, 'una marca que no se pudo mostrar', 'marcas que no se pudieron mostrar')}: ningún artículo de aquí tiene las palabras, o no todas las que van juntas.`,
  wasSplit: (count) => `Dividido en ${number(count)} artículos.`,
  pasted: (count) =>
    count === 0
      ? 'Pegado.'
      : `Pegado. ${sentenceCase(several(count, 'un pasaje de la página quedó fuera.', 'pasajes de la página quedaron fuera.'))}`,
  refused: (count, limit) =>
    `No se pueden comparar más de ${limit} a la vez, así que ${several(count, 'un artículo no se pudo añadir', 'artículos no se pudieron añadir')}.`,
  dismiss: 'Cerrar',
  several: (count) => `Parece que hay ${number(count)} artículos en una casilla.`,
  split: (count) => `Dividir en ${number(count)} casillas`,
  keepWhole: 'Dejar como un artículo',
  leftOut: (count) =>
    sentenceCase(several(count, 'un pasaje de la página quedó fuera', 'pasajes de la página quedaron fuera')),
  reasons: (reasons) => list(reasons.map((reason) => doors.reason[reason])),
  putBack: 'Devolver',
  putAllBack: 'Devolver todo',
  reason: {
    navigation: 'navegación',
    advertisement: 'publicidad',
    caption: 'pie de foto',
    related: 'enlaces relacionados',
    newsletter: 'boletín',
    comments: 'comentarios',
    sharing: 'compartir',
    controls: 'formulario o botón',
    hidden: 'texto oculto',
    aside: 'columna lateral',
    around: 'alrededor del artículo',
  },
  errors: {
    empty: 'está vacío.',
    large: 'pasa de 50 MB. Ábralo, copie el relato y péguelo aquí.',
    long: 'tiene más texto del que puede tener un artículo (2 MB). Pegue la parte que es el relato.',
    unfetched: 'no se pudo leer: la parte de esta página que lee esos archivos aún no está aquí. ¿Falta la conexión?',
    unreadable: 'no se pudo abrir. ¿Se movió, o es una carpeta? Suelte los archivos mismos.',
    wordless: 'no tiene palabras.',
    notText: 'no es un texto que se pueda leer aquí. Se leen texto, Markdown, páginas web, Word, OpenDocument, PDF y JSON.',
    locked: 'está protegido con contraseña. Ábralo donde tenga la contraseña, copie el relato y péguelo aquí.',
    damaged: 'está dañado y no se puede leer. Intente abrirlo en otro sitio y pegue el relato aquí.',
    scanned: 'tiene imágenes de páginas y ningún texto. Un programa de reconocimiento de texto puede sacarlo.',
    archive: 'es un archivo comprimido y no un texto de Word u OpenDocument. Descomprímalo y suelte los archivos que contiene.',
    oldWord: 'está en el formato de Word anterior a 2007. Guárdelo como .docx, o pegue el relato aquí.',
    rtf: 'está en formato RTF. Guárdelo como .docx o .txt, o pegue el relato aquí.',
    brokenJson: 'no es JSON válido.',
    brokenFeed: 'no es XML bien formado. Descargue la fuente de nuevo o pegue la noticia aquí.',
    entities: 'declara entidades propias, que aquí nunca se abren. Guárdelo sin su tipo de documento o pegue la noticia aquí.',
    foreignJson: 'es JSON sin artículos: hace falta una lista de objetos con «text», una comparación guardada o JSON-LD.',
    reportOnly: 'contiene hallazgos sin los textos de los artículos. Guarde la comparación con sus textos para abrirla aquí.',
    newer: 'se guardó con una versión más nueva de esta página. Recargue la página e inténtelo de nuevo.',
    unmarked: 'contiene marcas cuyas palabras no están en ningún artículo de aquí. Añada los artículos de los que proceden y luego este archivo otra vez.',
    unpaged: 'remite a páginas de anotaciones que están en otro lugar, de donde no se trae nada. Abra las páginas mismas.',
    crowded: 'contiene más de 20 000 anotaciones. Divídalo.',
  },
};
