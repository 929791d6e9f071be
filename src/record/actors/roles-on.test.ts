import { expect, test } from 'vitest'
import { knownEdtf } from '../../text/edtf-time.ts'
import { rolesOn } from './roles-on.ts'

/** Roles with their dates; the day; those that were held then, with "?" behind what is not sure. */
const CASES: readonly [roles: string, on: string | null, held: string][] = [
  ['chief@2018-09-01/2022-08-31', '2022-08-31', 'chief'],
  ['chief@2018-09-01/2022-08-31', '2022-09-01', ''],
  ['chief@2018-09-01/2022-08-31', '2022', 'chief?'],
  ['chief@2018-09~/..', '2018-09-15', 'chief?'],
  ['chief@../2022', '1999', 'chief'],
  ['chief', '2022', 'chief?'],
  ['chief@2018/2022', null, 'chief?'],
  ['writer chief@2018/2022', '2020', 'chief writer?'],
  ['mayor@2010/2014 chief@2018/2022', '2012-05', 'mayor'],
  ['', '2012', ''],
]

test.each(CASES)('%s on %s', (words, on, held) => {
  const roles = words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [title = '', when] = word.split('@')
      return { title, of: null, when: when === undefined ? null : knownEdtf(when) }
    })
  const found = rolesOn(roles, on === null ? null : knownEdtf(on))
  expect(found.map(({ role, isSure }) => `${role.title}${isSure ? '' : '?'}`).join(' ')).toBe(held)
})
