import { openStore } from '../src/store/open-store.ts'
import { storeConformance } from './store-conformance.ts'
import { temporaryFolder } from './temporary-folder.ts'

storeConformance('SQLite in a file', (clock) => openStore({ folder: temporaryFolder(), clock }))
storeConformance('SQLite in memory', (clock) => openStore({ folder: null, clock }))
