// All that the page says, in Spanish.

/** @import { Certainty, Finding, Kind, Part, Relation, Severity } from '../../../pkg/web/variorum.js' */
/** @import { Layer } from '../relations.js' */
/** @import { Status } from '../reviews.js' */
/** @import { Overview } from './en.js' */
/** @import { Strings } from './index.js' */

import { date } from './dates.js';
import { remarks, topics } from './es-topics.js';
import { summary } from './summary.js';
import { labelled, weekdayName } from './topics.js';

export const LOCALE = 'es-ES';

/** How many conflicts the opening sentence names; more would be a list, and the notes are one already. */
const NAMED_LABELS = 3;

const WORDS = ['ningún', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'];

/** @param {number} count */
export const number = (count) => WORDS[count] ?? count.toLocaleString(LOCALE);

/** @param {string} words */
export const sentenceCase = (words) => words.charAt(0).toLocaleUpperCase(LOCALE) + words.slice(1);

/**
 * @param {number} count
 * @param {string} one with its article: «un conflicto»
 * @param {string} many
 * @param {string} [none]
 */
export const several = (count, one, many, none = `ningún ${one.replace(/^\S+ /, '')}`) =>
  count === 0 ? none : count === 1 ? one : `${number(count)} ${many}`;

/** @param {readonly string[]} items */
export const list = (items) => new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(items);

/** @type {Record<string, string>} what the engine notes on how an article was read, by its code */
const READING_NOTES = {
  empty: 'Este artículo está vacío.',
  'not-text': 'Esto no parece texto, así que no se leyó nada.',
  markup: 'Esto parece el código de una página web; pegue su texto para una lectura completa.',
  language: 'Este artículo está en un idioma que todavía no se puede leer; no se encontraron hechos en él.',
  'story-unsure': 'No está claro si este artículo trata del mismo suceso que los demás.',
  'values-limit': 'Este artículo tiene más valores de los que se comparan a la vez; solo se compararon los primeros.',
};

/** @param {string | number} id of an article */
const siglum = (id) => (/^[a-z]{1,2}$/.test(String(id)) ? String(id).toUpperCase() : String(id));

/** @param {string | number} count */
const amount = (count) => count.toLocaleString(LOCALE);

/** @type {Record<string, (details: Record<string, string | number>) => string>} why the engine takes no request, by its code */
const REFUSALS = {
  'no-article': () => 'No hay ningún artículo que comparar. Dé al menos uno.',
  'too-many-articles': ({ count, limit }) => `Hay ${count} artículos; el límite es ${limit}. Compárelos en grupos más pequeños.`,
  'article-too-large': ({ id, bytes, limit }) => `El artículo ${siglum(id)} tiene ${amount(bytes)} bytes; el límite es ${amount(limit)}. Pegue solo la noticia, o divídala.`,
  'request-too-large': ({ bytes, limit }) => `Los artículos tienen juntos ${amount(bytes)} bytes; el límite es ${amount(limit)}. Compare menos a la vez.`,
  'bad-published': ({ id, value }) => `El artículo ${siglum(id)} lleva la fecha «${value}». Escríbala como 2016-03-31 o 2016-03-31T14:05Z.`,
  'bad-rule': ({ id }) => `Una de sus indicaciones sobre qué es lo mismo queda fuera del artículo ${siglum(id)}. Retírela y elija de nuevo las palabras.`,
  'no-tables': () => 'Las listas de palabras no están cargadas: ¿falta la conexión?',
};

/** @type {Strings} */
export const es = {
  language: 'es',
  later: async () => (await import('./es-later.js')).later,
  name: 'Variorum',

  nav: {
    label: 'Vistas',
    input: 'Sus artículos',
    article: 'Artículo',
    table: 'Tabla de hechos',
    columns: 'Lado a lado',
    wording: 'Redacción',
    speakers: 'Quién dice qué',
    timeline: 'Cronología',
    keys: 'Teclas',
  },

  /** @type {Record<Layer, string>} */
  layers: {
    conflict: 'Conflicto',
    contested: 'Disputado en los relatos',
    compatible: 'Ambos posibles',
    same: 'Igual',
    only: 'Solo en un artículo',
  },

  /** @type {Record<Layer, string>} */
  layerHelp: {
    conflict: 'No todos pueden dar cuenta correcta de lo mismo',
    contested: 'Los propios relatos dan varias versiones y coinciden en quién dice cuál',
    compatible: 'Uno es más vago que el otro, y ambos pueden ser ciertos',
    same: 'Dicen lo mismo, con las palabras que sea',
    only: 'Lo que ningún otro artículo sobre el mismo suceso cuenta',
  },

  filters: {
    label: 'Mostrar',
    legend: 'Qué significan las líneas y los signos',
    narrow: 'Acotar',
    find: 'Buscar en los hechos',
    kind: 'Clase de hecho',
    allKinds: 'Todas',
    severity: 'Peso',
    allSeverities: 'Todos los pesos',
    of: 'Lo que dice este artículo',
    anyArticle: 'Cualquier artículo',
    and: 'Y este',
    anyOther: 'Cualquier otro',
    status: 'Revisado',
    anyStatus: 'Revisado o no',
    notReviewed: 'todavía no',
    clear: 'Mostrar todo de nuevo',
    some: (count, all) => `Aparecen ${count} de ${all} hechos; los filtros dejan fuera los demás.`,
    shown: (count) => sentenceCase(several(count, 'un hecho mostrado', 'hechos mostrados')),
  },

  /** @type {Record<Kind, string>} */
  kinds: {
    count: 'Cuántos',
    money: 'Sumas de dinero',
    percent: 'Partes y tasas',
    measure: 'Medidas y edades',
    time: 'Fechas y horas',
    place: 'Lugares',
    person: 'Personas',
    organisation: 'Organizaciones',
    quote: 'Citas',
    attribution: 'Quién lo dice',
    certainty: 'Con qué seguridad',
    polarity: 'Si es así',
    other: 'Otros detalles',
  },

  /** @type {Record<Severity, string>} */
  severities: { correct: 'por comprobar', refile: 'menor', style: 'formulación' },

  intro: {
    title: '¿En qué difieren los relatos?',
    text: 'Pegue dos o más relatos de un mismo suceso. Variorum los pone lado a lado y marca cada cifra, fecha, lugar, nombre y cita en que difieren: quién lo dice, y qué cuenta solo uno de ellos. Compara; no dice quién tiene razón. Lee textos en inglés.',
    privacy:
      'Nada de lo que pegue sale de esta página: la comparación se hace en su navegador, y no queda nada al cerrar la pestaña.',
    examples: 'O lea un ejemplo',
    exampleSize: (count) => sentenceCase(several(count, 'un relato', 'relatos')),
    fictional: 'Los ejemplos son inventados, como su gente, sus lugares y sus periódicos.',
  },

  input: {
    label: 'Sus artículos',
    article: (siglum) => (siglum ? `Artículo ${siglum}` : 'Casilla vacía'),
    text: (siglum) => (siglum ? `Texto del artículo ${siglum}` : 'Texto'),
    textHint: 'Pegue aquí un relato, con su titular',
    title: 'Titular',
    outlet: 'Medio',
    published: 'Publicado',
    url: 'Dirección',
    openFiles: 'Abrir archivos',
    dropHint: 'o suéltelos en cualquier parte: texto, páginas web, Word, PDF, JSON',
    drag: 'Arrastrar para moverlo',
    inText: 'como en el texto',
    foundDate: (date) => `En el texto: ${date}`,
    add: 'Añadir artículo',
    full: (limit) => `No se pueden comparar más de ${limit} artículos a la vez.`,
    up: 'Subir',
    down: 'Bajar',
    remove: 'Quitar',
    read: 'Leer la comparación',
    readOne: 'Leer el artículo',
    clear: 'Empezar de nuevo',
    removed: 'Artículo quitado.',
    replaced: 'Sus artículos se apartaron para el ejemplo.',
    cleared: 'Las casillas se vaciaron.',
    undo: 'Deshacer',
    notKept: 'Este navegador no puede guardar una copia de lo que escribió: se perdería al recargar.',
  },

  overview: {
    none: 'Todavía no hay nada que comparar.',
    alone(conflicts) {
      const rest = 'Por ahora un artículo. Pegue otro relato del mismo suceso para ver en qué difieren.';
      if (conflicts.length === 0) return { lead: '', rest };
      return {
        lead: `${conflictsOf(conflicts)}.`,
        rest: `En qué se contradice el propio artículo: ${named(conflicts)}. ${rest}`,
      };
    },
    /** @param {Overview} overview */
    sentence({ counts, conflicts, contested, stories, articles }) {
      if (stories.length > 1) {
        const events = stories.map(
          (names, index) => `${list(names)} ${names.length === 1 ? 'trata' : 'tratan'} de ${index === 0 ? 'uno' : 'otro'}`,
        );
        const within =
          conflicts.length > 0
            ? `${conflictsOf(conflicts)} dentro de un mismo suceso: ${named(conflicts)}.`
            : 'No se encontró ningún conflicto dentro de un mismo suceso.';
        return { lead: 'Tratan de sucesos distintos.', rest: `${events.join('; ')}. ${within}` };
      }
      if (conflicts.length > 0) {
        return { lead: `${conflictsOf(conflicts)}.`, rest: `En qué difieren los artículos: ${named(conflicts)}.` };
      }
      if (contested.length > 0) {
        return {
          lead: 'No se encontró ningún conflicto.',
          rest: `Disputado en los propios relatos: ${named(contested)}.`,
        };
      }
      if (counts.compatible + counts.same > 0) {
        return {
          lead: 'No se encontró ningún conflicto.',
          rest: `Donde se pueden comparar, los ${number(articles)} artículos dicen lo mismo, o ambos pueden ser ciertos.`,
        };
      }
      return {
        lead: 'No se encontró nada comparable.',
        rest: 'Los artículos no comparten ninguna cifra, fecha, nombre ni cita sobre un mismo punto.',
      };
    },
  },

  article: {
    articles: 'Artículos',
    read: (name) => `Leer ${name}`,
    unnamed: (siglum) => `Artículo ${siglum}`,
    lettered: (siglum, name) => (name === `Artículo ${siglum}` ? name : `${siglum} · ${name}`),
    notes: (count) => `${sentenceCase(several(count, 'una nota', 'notas', 'ninguna nota'))} sobre cómo se leyó este texto`,
    only: 'solo en este artículo',
    copy: 'Texto compartido',
    copiedFrom: (sigla, isMoved) => `palabra por palabra en ${list(sigla)}${isMoved ? ', en otro lugar' : ''}`,
    strip: (name) => `Marcas en ${name}`,
    stripAt: (at, of, label, relation) => `${at} de ${of}: ${label}, ${es.layers[relation].toLowerCase()}`,
    /**
     * @param {string} words
     * @param {Relation} relation
     * @param {number | null} noteNumber
     */
    mark: (words, relation, noteNumber) =>
      `${words}, ${es.layers[relation].toLowerCase()}${noteNumber === null ? '' : `, nota ${noteNumber}`}`,
  },

  /** @type {Partial<Record<Part, string>>} */
  parts: { headline: 'titular', dek: 'entradilla', caption: 'pie de foto', note: 'nota de corrección' },

  notes: {
    label: 'Lo que dicen los demás',
    empty: 'Elija un pasaje marcado para ver qué dicen los demás artículos.',
    absentHere: 'Sin marcar en este artículo',
    position: (at, of) => `${at} de ${of}`,
    notMentioned: 'no se menciona',
    notCompared: 'nada comparable',
    nobody: 'no se nombra a nadie',
    sameAs: (siglum) => `igual que ${siglum}`,
    open: (article, words) => `${words}: mostrarlo en ${article}`,
    /** @type {Partial<Record<Certainty, string>>} */
    certainty: { hedged: 'dado por probable o posible', unknown: 'dado por desconocido', denied: 'desmentido' },
    reason: 'Ambos podrían ser ciertos:',
    noReason: 'No se encontró razón para que ambos sean ciertos.',
    remarks,
    close: 'Cerrar',
    why: 'Por qué está marcado',
  },

  review: {
    /** @type {Record<Status, string>} */
    statuses: { open: 'por comprobar', checked: 'comprobado', dismissed: 'descartado' },
    said: (status) => (status ? `Anotado como ${es.review.statuses[status]}` : 'Ya no está anotado'),
    pairing: (words) =>
      `¿Qué más trata de lo mismo que «${words}»? Elija una marca en otro artículo, o seleccione palabras en él.`,
    useSelection: 'Usar las palabras seleccionadas',
    notJoined: 'No se encontró nada comparable en estas palabras.',
  },

  table: {
    fact: 'Hecho',
    otherEvent: 'sobre otro suceso',
    paragraph: (paragraph) => `párr. ${paragraph}`,
  },

  share: {
    open: 'Compartir',
    digestNote: 'Solo hallazgos y citas breves: quien hizo este enlace dejó fuera los artículos.',
  },

  state: {
    comparing: 'Comparando…',
    cancel: 'Detener',
    retry: 'Comparar de nuevo',
    error({ code, message, details }) {
      if (code === 'worker-lost' || code === 'trap') {
        return 'La comparación se detuvo de forma inesperada y se reinició. Lo que escribió sigue aquí.';
      }
      if (code === 'cancelled') return 'Detenido. Lo que escribió sigue aquí.';
      return REFUSALS[code]?.(details) ?? `La comparación falló, y lo que escribió sigue aquí. Motivo dado: ${message}`;
    },
    exampleFailed: 'No se pudo cargar el ejemplo: ¿está cortada la red?',
    newer: 'Hay lista una versión más nueva de esta página. Lo que escribió se queda.',
    reload: 'Usarla ahora',
    languageFailed: 'No se pudo cargar el idioma: ¿está cortada la red?',
    viewFailed: 'No se pudo cargar esta vista: ¿está cortada la red? Las demás siguen funcionando.',
  },

  languages: 'Idioma',
  footer: 'Variorum compara lo que dicen los relatos y nunca los califica.',

  date: (iso) => date(iso, LOCALE),

  remarks: (reasons) => reasons.map(({ code, message }) => es.notes.remarks[code] ?? message).join(' '),

  /** @param {Finding} finding */
  label: (finding) => labelled(finding, topics).map(({ words }) => words).join(''),

  /** @param {Finding} finding */
  labelled: (finding) => labelled(finding, topics),

  summary: (finding, report) => summary(finding, report, es),

  readingNote({ code, message, weekday }, words) {
    if (code !== 'weekday') return READING_NOTES[code] ?? message;
    return weekday ? `«${words}»: ese día es ${weekdayName(weekday, LOCALE)}.` : `«${words}»: ese día cae en otro día de la semana.`;
  },
};

/** @param {readonly string[]} conflicts */
function conflictsOf(conflicts) {
  return sentenceCase(several(conflicts.length, 'un conflicto', 'conflictos'));
}

/**
 * Labels are of any shape, so they are listed and not worked into the sentence.
 *
 * @param {readonly string[]} labels
 */
function named(labels) {
  const more = labels.length - NAMED_LABELS;
  return (more > 1 ? [...labels.slice(0, NAMED_LABELS), `${number(more)} más`] : labels).join('; ');
}
