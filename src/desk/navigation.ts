import type { Queue } from '../record/queue.ts'
import { StoreError } from '../record/store-error.ts'
import type { Navigation, Section } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'

const SECTIONS: readonly (readonly [Section, href: string])[] = [
  ['articles', '/desk'],
  ['review', '/desk/review'],
  ['dossiers', '/desk/dossiers'],
  ['speakers', '/desk/speakers'],
  ['feeds', '/desk/feeds'],
  ['add', '/desk/add'],
  ['work', '/desk/work'],
  ['account', '/desk/account'],
]

/** Whether there is any work to show. A list of work that cannot be read must not take the other pages with it. */
async function hasWork(queue: Queue): Promise<boolean> {
  try {
    return Object.values(await queue.counts(null)).some((count) => count > 0)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return true
  }
}

/** Where one can go from every page of the desk: to the list of work not before there is any. */
export async function deskNavigation(queue: Queue, { footer }: Messages): Promise<Navigation> {
  const shown = await hasWork(queue)
  return {
    home: '/desk',
    sections: SECTIONS.filter(([name]) => name !== 'work' || shown),
    footer: footer.desk,
    signUp: null,
  }
}
