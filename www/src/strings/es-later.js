// What is said by the views that are fetched later, in Spanish.

/** @import { LaterStrings } from './index.js' */

import { es, LOCALE, number, sentenceCase, several } from './es.js';
import { moment, weekday } from './dates.js';
import { doors } from './es-doors.js';

/** @type {Record<string, string>} */
const PRECISIONS = { approximate: 'aproximado', vague: 'vago' };

const BOUNDS = { '': '', before: 'antes de', after: 'después de', by: 'a más tardar' };

/** @type {LaterStrings} */
export const later = {
  doors,
  receipt: {
    read: 'Cómo se leyeron las palabras',
    readAs: (words, norm, precision) =>
      `${words} como ${norm}${precision === 'exact' ? '' : `, ${PRECISIONS[precision] ?? precision}`}`,
    rules: 'Reglas aplicadas',
    link: (left, right, points) => `${left} y ${right} se tomaron por lo mismo (${points} puntos):`,
    points: (points) => `${points > 0 ? '+' : '−'}${Math.abs(points)}`,
    reading: (siglum, words) => `${siglum} «${words}»`,
    engine: (engine) => `Marcado por ${engine}, según reglas fijas.`,
    ruleNames: {
      'same-slot': 'Los pasajes tratan de lo mismo, hasta donde lo dicen las palabras de alrededor.',
      'values-exclude-each-other': 'Nada puede encajar con todo lo que dicen.',
      'each-article-names-both-speakers': 'Los artículos dan las mismas versiones y coinciden en quién dice cuál.',
      'values-overlap': 'Uno es más vago que el otro, y algo encaja con ambos.',
      'values-are-equal': 'Lo que dicen viene a ser lo mismo.',
      'one-article': 'Ambos están en un mismo artículo.',
    },
    partNames: {
      head: 'lo que se cuenta o se mide',
      'only-one': 'ninguna otra cifra de su clase cerca',
      modifiers: 'cómo se describe',
      size: 'el tamaño de los valores',
      name: 'el nombre de al lado',
      role: 'el cargo o papel que se nombra',
      when: 'cuándo se dice que fue',
      parallel: 'el mismo lugar en una frase casi igual',
      predicate: 'lo que se dice que le pasó',
      anchors: 'nombres y palabras que comparten las dos frases',
      near: 'palabras que solo están junto a estos dos',
      sentence: 'lo parecidas que son las frases',
      scope: 'lugar, día o parte del todo',
      opening: 'ambos están en el titular o al comienzo',
      value: 'lo cerca que están los valores',
    },
  },

  filters: {
    folded: (count) => (count > 0 ? `Filtros · ${count} en uso` : 'Filtros'),
  },

  review: {
    label: 'Qué le parece',
    note: 'Su nota',
    sameness: '¿Lo mismo, o no?',
    and: (left, right) => `${left} y ${right}`,
    part: 'No es lo mismo',
    join: 'Lo mismo que…',
    rules: (count) => sentenceCase(several(count, 'una cosa que usted dijo', 'cosas que usted dijo', 'nada que usted dijera')),
    rule: (isSame, left, right) => `${left} y ${right}: ${isSame ? 'lo mismo' : 'no es lo mismo'}`,
    oneEvent: 'Todos los artículos: un solo suceso',
    joinEvents: 'Compararlos como un solo suceso',
    takeBack: 'Retirar',
  },

  help: {
    title: 'Teclas',
    close: 'Cerrar',
    areOn: 'Las teclas sueltas están activas',
    where: 'Funcionan dondequiera que no se esté escribiendo.',
    keys: { Escape: 'Esc' },
    names: {
      next: 'Hallazgo siguiente',
      previous: 'Hallazgo anterior',
      nextArticle: 'Artículo siguiente',
      previousArticle: 'Artículo anterior',
      view: 'Una vista, en el orden de las pestañas',
      find: 'Buscar en los hechos, y los demás filtros',
      open: 'Anotar el hallazgo elegido como por comprobar',
      checked: 'Anotarlo como comprobado',
      dismissed: 'Anotarlo como descartado',
      close: 'Soltar lo elegido',
      help: 'Estas teclas',
    },
  },

  table: {
    caption: 'Lo que dice cada artículo, las diferencias de más peso primero',
    readings: 'Lecturas',
    scroll: 'Tabla de hechos, se desplaza de lado',
    empty: 'No hay hechos que mostrar: elija más arriba.',
    only: 'Solo en un artículo',
    order: 'Orden',
    orders: { severity: 'por peso', place: 'según avanza el relato', kind: 'por clase', relation: 'por relación' },
    group: (group) =>
      sentenceCase(
        group === 'all'
          ? 'todas las diferencias'
          : group === 'same'
            ? 'igual en cada artículo que lo cuenta'
            : ({ ...es.severities, ...es.kinds, ...es.layers }[group] ?? group),
      ),
    more: (count) => `Mostrar ${count.toLocaleString(LOCALE)} más`,
    facts: (count) => several(count, 'un hecho', 'hechos'),
  },

  columns: {
    choose: 'Columnas',
    wordwise: 'Destacar las palabras que difieren',
    elsewhere: (siglum, place) => `también en ${siglum}${place ? `, ${place}` : ''}`,
  },

  wording: {
    alone: 'Hace falta una segunda versión: péguela junto a la primera.',
    from: 'De',
    to: 'A',
    swap: 'Intercambiar',
    common: (share) => `El ${share} % del texto más corto está en ambos.`,
    apart: 'Apenas son dos versiones de un texto. Para dos relatos de un suceso está',
    sample: 'palabras',
    went: 'solo en el primero',
    came: 'solo en el segundo',
    moved: 'en ambos, en otro lugar',
    tied: (side) => (side === 'left' ? 'movido a' : 'movido desde'),
    tie: (side, move) => (side === 'left' ? `Traslado ${move}: ir adonde llegó` : `Traslado ${move}: ir adonde estaba`),
  },

  speakers: {
    statement: 'Lo que se dice',
    empty: 'No se nombra a nadie para lo que se muestra.',
    quote: 'Citado en un solo artículo',
    name: (name) => sentenceCase(name),
    also: (names) => `también ${names.map((name) => `«${name}»`).join(', ')}`,
  },

  timeline: {
    when: 'Cuándo',
    empty: 'Los artículos no dan momentos que mostrar.',
    hours: 'Horas sin día',
    unplaced: 'Momentos contados desde otros, o sin año',
    day: (from, to) => (from === to ? weekday(from, LOCALE) : `${weekday(from, LOCALE)} – ${weekday(to, LOCALE)}`),
    hour({ bound, isLoose, from, clock }, isOpen) {
      const hours = clock.replace('/', ' a ').replace('|', ' o ');
      const missing = bound || isLoose ? 'entonces' : from.length === 10 ? 'sin hora' : '';
      const words = sentenceCase([BOUNDS[bound], isLoose ? 'hacia' : '', hours || missing].filter(Boolean).join(' '));
      return isOpen && !clock ? `${words}, u otro día` : words;
    },
  },

  share: {
    class: 'Para la clase',
    lesson: 'Preparar una lección',
    lessonHelp: 'Ejercicios con estos artículos: por un enlace o en un solo archivo, sin cuenta.',
    opened: 'La comparación del enlace se abrió en lugar de sus artículos.',
    damaged: 'Este enlace no contiene una comparación legible: puede que falte una parte.',
    newer: 'Este enlace se hizo con una versión más nueva de esta página. Recargue la página e inténtelo de nuevo.',
    keptOpened: 'Se abrió una comparación guardada en lugar de sus artículos.',
    title: 'Compartir y guardar',
    close: 'Cerrar',
    nothing: 'Todavía no hay nada que compartir: pegue primero un artículo.',
    what: 'Qué se entrega',
    whole: 'Los artículos con sus hallazgos',
    wholeHelp: 'Quien lo reciba puede leer y comparar como usted.',
    digest: 'Solo hallazgos y citas breves',
    digestHelp: 'Para textos que no puede entregar enteros.',
    link: 'Enlace',
    linkHelp: 'Todo viaja en el propio enlace, tras el #, que los navegadores no envían a ningún servidor.',
    copy: 'Copiar enlace',
    embed: 'Copiar código para insertar',
    embedHelp: 'Código para una página propia: una tabla que se lee en todas partes y, donde hay scripts, la comparación en su lugar.',
    embedCopied: 'Copiado: péguelo en el HTML de su página.',
    copied: (length) => `Copiado: un enlace de ${length.toLocaleString(LOCALE)} caracteres.`,
    notCopied: 'Este navegador no dejó copiar a la página. Guarde mejor un archivo.',
    tooLong: (length, limit, isWhole) =>
      `Demasiado largo para un enlace: ${length.toLocaleString(LOCALE)} caracteres, cuando ${limit.toLocaleString(LOCALE)} se envían sin riesgo. Guarde mejor un archivo${isWhole ? ', o elija solo hallazgos y citas breves' : ''}.`,
    file: 'Archivo',
    filtered: 'Solo lo que muestran los filtros',
    filteredHelp: (shown, all) => `${shown} de ${all} hechos; el enlace y el JSON los contienen todos`,
    forms: {
      page: { name: 'Página web', help: 'Un archivo que se abre en cualquier parte, también sin red' },
      json: { name: 'JSON', help: 'El informe como datos; se puede volver a abrir aquí' },
      markdown: { name: 'Markdown', help: 'La tabla de hechos para notas y wikis' },
      csv: { name: 'CSV', help: 'La tabla de hechos para una hoja de cálculo' },
      annotations: { name: 'Anotaciones web', help: 'Cada marca para programas de anotación (W3C, JSON-LD)' },
      claims: { name: 'Afirmaciones', help: 'Lo que dice cada artículo, para otros programas (schema.org, JSON-LD)' },
    },
    print: 'Imprimir o PDF',
    printHelp: 'La vista abierta, con sus notas',
    saved: 'Guardado.',
  },

  library: {
    changed: (time) => moment(time, LOCALE),
    elsewhere: 'Esta comparación también se cambió en otra pestaña. Se guardan las dos: lo que haga aquí desde ahora queda aparte.',
    title: 'En este dispositivo',
    keep: 'Guardar mis comparaciones en este navegador',
    promise: 'Si no, todo se olvida al cerrar la pestaña. En ningún caso se envía nada.',
    keptHere: 'Guardadas solo en este navegador, hasta que las quite.',
    empty: 'Todavía ninguna guardada.',
    remove: 'Quitar',
    removeNamed: (name) => `Quitar ${name}`,
    removed: 'Quitada.',
    wipe: 'Olvidarlo todo',
    on: 'Desde ahora las comparaciones se guardan en este navegador.',
    wiped: 'Se olvidaron todas las comparaciones guardadas.',
    refused: 'Este navegador no deja que la página guarde nada.',
    failed: 'Esta comparación no se pudo guardar en este navegador: el almacenamiento está lleno, prohibido o no responde. Guárdela mejor como archivo.',
  },

  exports: {
    title: (articles) => (articles === 1 ? 'Los hechos de un relato' : `En qué difieren ${number(articles)} relatos`),
    relation: 'Relación',
    kind: 'Clase',
    severity: 'Peso',
    note: 'Nota',
    dismissed: 'Descartados',
    reasons: 'Observaciones',
    madeBy: (engine) => `Hecho con ${engine}.`,
  },
};
