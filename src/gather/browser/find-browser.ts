import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What Chromium and its kin are called. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The system's Chromium: the one that is named, or the first that is found; null where there is none. */
export function findBrowser(named: string | null, { PATH = '' }: NodeJS.ProcessEnv): string | null {
  if (named !== null) return isProgram(named) ? named : null
  const folders = PATH.split(delimiter).filter((folder) => folder !== '')
  const paths = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC]
  return paths.find(isProgram) ?? null
}
