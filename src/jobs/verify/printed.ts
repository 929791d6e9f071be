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

/** How many faults were found, and what that says of the rest. */
export function faultsWords(faults: number): string {
  return `${faults === 1 ? '1 fault' : `${faults} faults`}, each named above; what is not named is as it was recorded`
}
