import { openTestRecord } from './open-test-record.ts'
import { storeConformance } from './store-conformance.ts'
import { temporaryFolder } from './temporary-folder.ts'

storeConformance('SQLite in a file', (clock) => openTestRecord({ folder: temporaryFolder(), clock }))
storeConformance('SQLite in memory', (clock) => openTestRecord({ folder: null, clock }))
