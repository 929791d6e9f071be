import { expect, test } from 'vitest'
import { may, RIGHTS } from './rights.ts'
import { ROLES } from './role.ts'

/** A line a right; `+` in the column of who may. */
const CASES = `
                    owner editor reviewer
see-desk              +     +      +
keep-own-account      +     +      +
decide-statements     +     +      +
write-notes           +     +      +
add-coverage          +     +      -
decide-actors         +     +      -
edit-dossiers         +     +      -
publish               +     +      -
correct               +     +      -
export                +     +      -
remove                +     -      -
keep-accounts         +     -      -
`

const [head = '', ...lines] = CASES.trim().split('\n')
const cases = lines.map((line) => line.trim().split(/\s+/u))

test('the table knows every role and every right', () => {
  expect(head.trim().split(/\s+/u)).toEqual(ROLES)
  expect(cases.map(([right]) => right)).toEqual(RIGHTS)
})

test.each(cases)('%s', (name, ...marks) => {
  const right = RIGHTS.find((one) => one === name)
  expect(right).toBeDefined()
  for (const [at, role] of ROLES.entries())
    expect([role, right !== undefined && may(role, right)]).toEqual([role, marks[at] === '+'])
})
