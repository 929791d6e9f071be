import { openQueue } from '../src/queue/open-queue.ts'
import { queueConformance } from './queue-conformance.ts'
import { temporaryFolder } from './temporary-folder.ts'

queueConformance('SQLite in a file', (clock) => openQueue({ folder: temporaryFolder(), clock }))
queueConformance('SQLite in memory', (clock) => openQueue({ folder: null, clock }))
