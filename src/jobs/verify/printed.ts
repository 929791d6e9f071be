import type { Finding } from '../../record/finding.ts'

/** Prints findings as they come, a line each. */
export async function printed<Result>(
  findings: AsyncGenerator<Finding, Result>,
  out: (line: string) => Promise<void>,
): Promise<{ readonly faults: number; readonly result: Result }> {
  let faults = 0
  for (;;) {
    const { value, done } = await findings.next()
    if (done === true) return { faults, result: value }
    if (value.isFault) faults += 1
    await out(`${value.place}: ${value.sentence}`)
  }
}

/** A number with its word: `1 record`, `2 records`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** How many faults were found, and what that says of the rest. */
export function faultsWords(faults: number): string {
  return `${counted(faults, 'fault', 'faults')}, each named above; what is not named is as it was recorded`
}
