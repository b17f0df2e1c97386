// A lesson as a package for learning platforms, by SCORM 1.2 (2001) or SCORM 2004, 4th edition (2009): the page that does it, and
// a manifest that tells the platform what it is.

/** @import { Lesson } from '../model.js' */

import { strToU8, zipSync } from 'fflate';

/** @typedef {'1.2' | '2004'} ScormVersion */

const PAGE = 'index.html';

/** Letters in a title: the schema of SCORM 1.2 has no more. */
const LONGEST_TITLE = 200;

/** The first day that archives know, in whatever zone: one lesson makes one file. */
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * @param {Lesson} lesson
 * @param {string} page the lesson as one web page
 * @param {ScormVersion} version
 * @returns {Uint8Array<ArrayBuffer>} a ZIP archive
 */
export function scormPackage(lesson, page, version) {
  return zipSync({ 'imsmanifest.xml': strToU8(manifest(lesson, version)), [PAGE]: strToU8(page) }, { mtime: FIRST_DAY });
}

/**
 * @param {Lesson} lesson
 * @param {ScormVersion} version
 * @returns {string} the package's manifest
 */
export function manifest({ id, title }, version) {
  const name = escaped([...(title.trim() || 'Lesson')].slice(0, LONGEST_TITLE).join(''));
  const [namespaces, schema, scormType, objectives] =
    version === '1.2'
      ? [
          'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
          '1.2',
          'adlcp:scormtype',
          '',
        ]
      : [
          'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
          '2004 4th Edition',
          'adlcp:scormType',
          // The page tells the platform itself when it is done and what it came to.
          '\n        <imsss:sequencing><imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>',
        ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="variorum-${escaped(id)}" version="1.0" ${namespaces}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${schema}</schemaversion>
  </metadata>
  <organizations default="lesson">
    <organization identifier="lesson">
      <title>${name}</title>
      <item identifier="item" identifierref="page">
        <title>${name}</title>${objectives}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" ${scormType}="sco" href="${PAGE}">
      <file href="${PAGE}"/>
    </resource>
  </resources>
</manifest>
`;
}

/** @param {string} text @returns {string} without what XML cannot hold */
function escaped(text) {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
