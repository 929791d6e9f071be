/** The command `set-aside`. */
import { join } from 'node:path'
import { type Command, DONE, plainWords, WrongUse } from './command.ts'
import { openRecord } from './open-record.ts'
import { systemClock } from './store/system-clock.ts'

/** `set-aside`: goes on with a database that was put back to an earlier day, and moves aside what the archive holds beyond it. */
export const setAside: Command = async (argv, { settings, out }) => {
  if (plainWords(argv).length > 0) throw new WrongUse('set-aside takes nothing more')
  const { store, archive } = await openRecord(settings, systemClock)
  try {
    const end = (await store.evidence.files()).at(-1) ?? { file: '', length: 0 }
    const moved = await archive.setAside(end)
    for (const name of moved)
      await out(`${join(settings.dataFolder, 'archive', name)}: set aside; keep it, or delete it`)
    if (moved.length === 0) await out('the archive holds nothing beyond what the database knows of')
    return DONE
  } finally {
    await store.close()
  }
}
