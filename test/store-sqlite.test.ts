import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/store/open-store.ts'
import { storeConformance } from './store-conformance.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'onrecord-store-'))

storeConformance('SQLite in a file', (clock) => openStore({ folder: newFolder(), clock }))
storeConformance('SQLite in memory', (clock) => openStore({ folder: null, clock }))
