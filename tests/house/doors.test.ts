import {expect, test} from 'vitest'
import * as certify from '../../src/certify/index.ts'
import * as check from '../../src/check/index.ts'
import * as compose from '../../src/compose/index.ts'
import * as failure from '../../src/failure/index.ts'
import * as fix from '../../src/fix/index.ts'
import * as house from '../../src/index.ts'
import * as load from '../../src/load/index.ts'
import * as message from '../../src/message/index.ts'
import * as newRoom from '../../src/new/index.ts'
import * as number from '../../src/number/index.ts'
import * as pdf from '../../src/pdf/index.ts'
import * as release from '../../src/release/index.ts'
import * as render from '../../src/render/index.ts'
import * as report from '../../src/report/index.ts'
import * as resolve from '../../src/resolve/index.ts'
import * as tree from '../../src/tree/index.ts'
import * as validate from '../../src/validate/index.ts'
import * as word from '../../src/word/index.ts'
import * as write from '../../src/write/index.ts'

// What each door hands out. A name more is a promise more: add it here only when another room needs it.
test.each([
  ['index.ts', house, ['EnvironmentError', 'UsageError', 'build', 'check', 'write']],
  ['failure', failure, ['EnvironmentError', 'UsageError']],
  [
    'message',
    message,
    [
      'addAll',
      'choices',
      'compare',
      'error',
      'few',
      'finding',
      'isError',
      'largest',
      'nearest',
      'printable',
      'printed',
      'quote',
      'severalOf',
      'sortMessages',
      'startOfFile',
      'warning',
    ],
  ],
  [
    'tree',
    tree,
    [
      'bookmarkOf',
      'canonicalText',
      'firstWords',
      'holdsPivot',
      'htmlIdOf',
      'isNumbered',
      'noteBookmarkOf',
      'noteBookmarkPrefix',
      'numberedTypes',
      'segmentsOf',
      'text',
      'toText',
      'typedLabelOf',
      'unitsOf',
      'visit',
      'visitBlocks',
      'visitParents',
      'wordedUnits',
    ],
  ],
  [
    'word',
    word,
    [
      'attribute',
      'bookmarks',
      'child',
      'childrenOf',
      'computeLabels',
      'descendants',
      'formatNumber',
      'integrityFaults',
      'markedRuns',
      'noteMarks',
      'parseInstruction',
      'parseXml',
      'part',
      'readFields',
      'readPackage',
      'references',
      'repeatedMarks',
      'serialize',
      'staleReferences',
      'storyParts',
      'visibleText',
      'writePackage',
    ],
  ],
  [
    'load',
    load,
    [
      'caps',
      'characterFindings',
      'isDeviceName',
      'knownSources',
      'load',
      'mapWithin',
      'markdown',
      'placesOfWords',
      'readContent',
      'remembering',
      'textOffsets',
      'textsIn',
      'tooMuchMemory',
      'tooSlow',
      'treeOfWords',
    ],
  ],
  [
    'validate',
    validate,
    [
      'blockDirectiveForms',
      'compileSchemas',
      'formsWith',
      'mergeTemplates',
      'schemasModule',
      'schemasOf',
      'sizeFault',
      'validate',
      'validateTree',
    ],
  ],
  [
    'resolve',
    resolve,
    [
      'actorsFor',
      'actorsIn',
      'annexConditions',
      'datesOf',
      'daysBefore',
      'daysBetween',
      'dependsOn',
      'dueOf',
      'factsOf',
      'hasNumber',
      'holds',
      'lastBy',
      'meaningOf',
      'namesIn',
      'phraseTokens',
      'placeOfPhrase',
      'provisionPaths',
      'provisionReferences',
      'resolve',
      'symbolKey',
      'wordsOf',
    ],
  ],
  [
    'compose',
    compose,
    [
      'compose',
      'composeDashboard',
      'composeDossier',
      'composeSite',
      'dossierLanguages',
      'exampleSign',
      'latestFactDate',
      'urgencyOf',
    ],
  ],
  ['number', number, ['labelNotes', 'number']],
  [
    'check',
    check,
    ['check', 'checkWords', 'countDisables', 'digestOfWords', 'rules', 'switchableIds', 'wordsRules'],
  ],
  [
    'render',
    render,
    [
      'characterStyleId',
      'dossierFormats',
      'formats',
      'idOf',
      'paragraphStyleId',
      'siteFormats',
      'sortedJson',
    ],
  ],
  ['certify', certify, ['CertificateError', 'certifyDocx', 'renderCertified']],
  ['write', write, ['flushFolders', 'readEarlier', 'replaceFile', 'verify', 'withLock', 'write']],
  ['fix', fix, ['fixSoftHyphens', 'fixUnitIds', 'fixWords', 'withUnitIds']],
  [
    'report',
    report,
    [
      'buildSummary',
      'causesLast',
      'certificateReport',
      'count',
      'countMessages',
      'explained',
      'grouped',
      'hintsLeft',
      'isMendable',
      'messageFormats',
      'rulePages',
      'statusRecord',
      'statusReport',
      'switchedOffCount',
      'terminalReport',
    ],
  ],
  [
    'release',
    release,
    ['changesOf', 'digestOf', 'planRelease', 'releaseFolder', 'splitParts', 'sumsPath', 'writeRelease'],
  ],
  [
    'pdf',
    pdf,
    [
      'convertToPdf',
      'countPages',
      'hasOffice',
      'makeProfile',
      'outdatedPdfs',
      'pageFindings',
      'pdfPath',
      'requireOffice',
      'writePdfs',
    ],
  ],
  ['new', newRoom, ['Left', 'newDocument', 'newDossier']],
])('%s hands out exactly these names', (_room, door, names) => {
  expect(Object.keys(door).sort()).toEqual(names)
})
