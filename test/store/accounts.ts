import { expect, test } from 'vitest'
import type { Accounts } from '../../src/record/accounts/accounts.ts'
import { SESSION_IDLE_MS, SESSION_MAX_MS, type SignedIn } from '../../src/record/accounts/session.ts'
import { LINK_LIFE_MS, type LinkKind } from '../../src/record/accounts/sign-in-link.ts'
import type { Clock } from '../../src/record/clock.ts'
import { AT_THE_MACHINE, type DecidedBy } from '../../src/record/decisions.ts'
import type { Store } from '../../src/record/store.ts'
import { coverageOf } from '../marked-coverage.ts'
import { NOON, type OpenEmpty, withStore } from './open-empty.ts'

const BROWSER = { from: '127.0.0.1', browser: 'Firefox' }

/** A clock that stands still until it is set on. */
function settable() {
  let now = NOON
  const clock: Clock = { now: () => now }
  return {
    clock,
    pass: (ms: number) => {
      now = new Date(Date.parse(now) + ms).toISOString()
    },
  }
}

/** The first owner, signed in with the session `owner`. */
async function foundOwner(accounts: Accounts, session = 'owner'): Promise<SignedIn> {
  await accounts.addLink({ digest: 'first', kind: 'first-owner', accountId: null })
  const owner = await accounts.takeLink('first', { digest: session, ...BROWSER })
  if (owner === null) throw new Error('the first link lets nobody in')
  return owner
}

function asOwner({ account }: SignedIn): DecidedBy {
  return { role: account.role, account: account.id }
}

/** Invites somebody as an editor, and has them come in with the session `editor`. */
async function invitedEditor(accounts: Accounts, owner: SignedIn): Promise<SignedIn> {
  const invited = await accounts.invite({ address: 'ada@example.org', role: 'editor' }, asOwner(owner))
  if (invited.outcome !== 'done') throw new Error('the address is taken')
  await accounts.addLink({ digest: 'ada', kind: 'invitation', accountId: invited.account.id })
  const editor = await accounts.takeLink('ada', { digest: 'editor', ...BROWSER })
  if (editor === null) throw new Error('the invitation lets nobody in')
  return editor
}

async function deedsOf({ accounts }: Store): Promise<readonly string[]> {
  return (await accounts.deeds(100)).map(({ deed, before, after }) => `${deed} ${before} ${after}`).reverse()
}

function linkRules(open: OpenEmpty): void {
  test('the first link makes the owner, once, and no other one after it', () =>
    withStore(open, async (store) => {
      const { accounts } = store
      expect(await accounts.hasOwner()).toBe(false)
      await accounts.addLink({ digest: 'printed before', kind: 'first-owner', accountId: null })
      const { account, session } = await foundOwner(accounts)
      expect(account).toMatchObject({ role: 'owner', name: null, address: null, since: NOON, joinedAt: NOON })
      expect(session).toMatchObject({ accountId: account.id, way: 'link', madeAt: NOON, usedAt: NOON, ...BROWSER })
      expect(await accounts.hasOwner()).toBe(true)
      expect(await accounts.takeLink('first', { digest: 'again', ...BROWSER })).toBeNull()
      expect(await accounts.takeLink('printed before', { digest: 'again', ...BROWSER })).toBeNull()
      await accounts.addLink({ digest: 'printed after', kind: 'first-owner', accountId: null })
      expect(await accounts.takeLink('printed after', { digest: 'again', ...BROWSER })).toBeNull()
      expect(await accounts.list()).toEqual([account])
      expect(await deedsOf(store)).toEqual(['found null owner', 'sign-in owner owner'])
    }))

  test.each(Object.entries(LINK_LIFE_MS) as [LinkKind, number][])('a link of kind %s is over in time', (kind, life) => {
    const { clock, pass } = settable()
    return withStore(
      open,
      async ({ accounts }) => {
        const accountId = kind === 'first-owner' ? null : (await foundOwner(accounts)).account.id
        await accounts.addLink({ digest: 'late', kind, accountId })
        pass(life)
        expect(await accounts.takeLink('late', { digest: 's', ...BROWSER })).toBeNull()
        await accounts.addLink({ digest: 'in time', kind, accountId })
        pass(life - 1)
        expect(await accounts.takeLink('in time', { digest: 's', ...BROWSER })).not.toBeNull()
      },
      clock,
    )
  })

  test('a link of nobody, and one that was never made, let in nobody', () =>
    withStore(open, async ({ accounts }) => {
      await foundOwner(accounts)
      await accounts.addLink({ digest: 'decoy', kind: 'mail', accountId: null })
      expect(await accounts.takeLink('decoy', { digest: 's', ...BROWSER })).toBeNull()
      expect(await accounts.takeLink('guessed', { digest: 's', ...BROWSER })).toBeNull()
    }))

  test('two who use a link at once: one comes in', () =>
    withStore(open, async ({ accounts }) => {
      await accounts.addLink({ digest: 'first', kind: 'first-owner', accountId: null })
      const taken = await Promise.all(
        ['one', 'two'].map((digest) => accounts.takeLink('first', { digest, ...BROWSER })),
      )
      expect(taken.filter((signedIn) => signedIn !== null)).toHaveLength(1)
    }))
}

function accountChangeRules(open: OpenEmpty): void {
  test('who is invited joins with the link, and is then known', () =>
    withStore(open, async (store) => {
      const { accounts } = store
      const owner = await foundOwner(accounts)
      const invited = await accounts.invite({ address: 'ada@example.org', role: 'reviewer' }, asOwner(owner))
      expect(invited).toMatchObject({ outcome: 'done', account: { role: 'reviewer', joinedAt: null } })
      const editor = await invitedEditor(accounts, owner)
      expect(editor.account).toMatchObject({ address: 'ada@example.org', role: 'editor', joinedAt: NOON })
      expect(await accounts.accountAt('ada@example.org')).toEqual(editor.account)
      expect(await accounts.account(editor.account.id)).toEqual(editor.account)
      const again = await accounts.invite({ address: 'ada@example.org', role: 'owner' }, asOwner(owner))
      expect(again).toEqual({ outcome: 'address-taken' })
      expect((await deedsOf(store)).slice(2)).toEqual([
        'invite null reviewer',
        'invite-again reviewer editor',
        'join editor editor',
        'sign-in editor editor',
      ])
    }))

  test('a role changes at once, and the last owner stays', () =>
    withStore(open, async (store) => {
      const { accounts } = store
      const owner = await foundOwner(accounts)
      const by = asOwner(owner)
      const { id } = (await invitedEditor(accounts, owner)).account
      expect(await accounts.changeRole(owner.account.id, 'editor', by)).toBe('last-owner')
      expect(await accounts.remove(owner.account.id, by)).toBe('last-owner')
      expect(await accounts.changeRole(id, 'owner', by)).toBe('done')
      expect((await accounts.signedIn('editor', null))?.account.role).toBe('owner')
      expect(await accounts.changeRole(owner.account.id, 'reviewer', by)).toBe('done')
      expect((await accounts.signedIn('owner', null))?.account.role).toBe('reviewer')
      expect(await accounts.changeRole('nobody', 'owner', by)).toBe('no-such')
      expect((await accounts.deeds(2)).map((deed) => deed.by)).toEqual([by.account, by.account])
    }))

  test('an owner who was only invited does not count', () =>
    withStore(open, async ({ accounts }) => {
      const owner = await foundOwner(accounts)
      await accounts.invite({ address: 'ada@example.org', role: 'owner' }, asOwner(owner))
      expect(await accounts.remove(owner.account.id, asOwner(owner))).toBe('last-owner')
    }))

  test('name and address can be changed, and no address is two people', () =>
    withStore(open, async ({ accounts }) => {
      const owner = await foundOwner(accounts)
      await invitedEditor(accounts, owner)
      const by = asOwner(owner)
      const { id } = owner.account
      await accounts.addLink({ digest: 'mailed before', kind: 'mail', accountId: id })
      expect(await accounts.describe(id, { name: 'Bo', address: 'ada@example.org' }, by)).toBe('address-taken')
      expect(await accounts.describe(id, { name: 'Bo', address: 'bo@example.org' }, by)).toBe('done')
      expect(await accounts.account(id)).toMatchObject({ name: 'Bo', address: 'bo@example.org' })
      expect(await accounts.takeLink('mailed before', { digest: 's', ...BROWSER })).toBeNull()
      expect(await accounts.describe('nobody', { name: null, address: null }, by)).toBe('no-such')
    }))

  test('with an account goes all that lets in; that it was there stays', () =>
    withStore(open, async (store) => {
      const { accounts } = store
      const owner = await foundOwner(accounts)
      const { account } = await invitedEditor(accounts, owner)
      await accounts.addLink({ digest: 'mailed', kind: 'mail', accountId: account.id })
      const key = { id: 'key', accountId: account.id, name: 'phone', publicKey: Buffer.of(1), counter: 0 }
      await accounts.addPasskey(key, asOwner(owner))
      expect(await accounts.remove(account.id, asOwner(owner))).toBe('done')
      expect(await accounts.account(account.id)).toBeNull()
      expect(await accounts.accountAt('ada@example.org')).toBeNull()
      expect(await accounts.signedIn('editor', null)).toBeNull()
      expect(await accounts.takeLink('mailed', { digest: 's', ...BROWSER })).toBeNull()
      expect(await accounts.passkey('key')).toBeNull()
      expect(await accounts.signInByPasskey({ id: 'key', counter: 1 }, { digest: 's', ...BROWSER })).toBeNull()
      expect(await accounts.remove(account.id, asOwner(owner))).toBe('no-such')
      expect((await deedsOf(store)).at(-1)).toBe('remove editor null')
      const invited = await accounts.invite({ address: 'ada@example.org', role: 'editor' }, asOwner(owner))
      expect(invited.outcome === 'done' && invited.account.id).not.toBe(account.id)
    }))
}

function sessionRules(open: OpenEmpty): void {
  test('a session is over when nobody used it for long, and in the end however it is used', () => {
    const { clock, pass } = settable()
    return withStore(
      open,
      async ({ accounts }) => {
        await foundOwner(accounts)
        let used = 0
        for (; used + SESSION_IDLE_MS - 1 < SESSION_MAX_MS; used += SESSION_IDLE_MS - 1) {
          pass(SESSION_IDLE_MS - 1)
          expect(await accounts.signedIn('owner', null)).not.toBeNull()
        }
        pass(SESSION_MAX_MS - used)
        expect(await accounts.signedIn('owner', null)).toBeNull()
        expect(await accounts.sessions(null)).toEqual([])
      },
      clock,
    )
  })

  test('its last use is known within five minutes, with where from', () => {
    const { clock, pass } = settable()
    return withStore(
      open,
      async ({ accounts }) => {
        await foundOwner(accounts)
        pass(299_000)
        await accounts.signedIn('owner', '192.0.2.1')
        expect((await accounts.sessions(null))[0]).toMatchObject({ usedAt: NOON, from: '127.0.0.1' })
        pass(1_000)
        await accounts.signedIn('owner', '192.0.2.1')
        expect((await accounts.sessions(null))[0]).toMatchObject({ usedAt: clock.now(), from: '192.0.2.1' })
      },
      clock,
    )
  })

  test('sessions are listed, and end at once', () =>
    withStore(open, async ({ accounts }) => {
      const owner = await foundOwner(accounts)
      const editor = await invitedEditor(accounts, owner)
      expect(await accounts.sessions(null)).toHaveLength(2)
      expect(await accounts.sessions(editor.account.id)).toEqual([editor.session])
      expect(await accounts.endSession(editor.session.id, asOwner(owner))).toBe('done')
      expect(await accounts.signedIn('editor', null)).toBeNull()
      expect(await accounts.endSession(editor.session.id, asOwner(owner))).toBe('no-such')
      expect(await accounts.signedIn('owner', null)).not.toBeNull()
    }))
}

function passkeyRules(open: OpenEmpty): void {
  test('a passkey lets in, and a copy of it that counts behind does not', () =>
    withStore(open, async (store) => {
      const { accounts } = store
      const { account } = await foundOwner(accounts)
      const by: DecidedBy = { role: 'owner', account: account.id }
      const key = { id: 'key', accountId: account.id, name: 'phone', publicKey: Buffer.of(1, 2), counter: 3 }
      expect(await accounts.addPasskey(key, by)).toBe('done')
      expect(await accounts.addPasskey(key, by)).toBe('passkey-taken')
      expect(await accounts.passkeys(account.id)).toEqual([
        { ...key, publicKey: new Uint8Array([1, 2]), madeAt: NOON, usedAt: null },
      ])
      const signIn = (counter: number, digest: string) =>
        accounts.signInByPasskey({ id: 'key', counter }, { digest, ...BROWSER })
      expect(await signIn(3, 'a')).toBeNull()
      expect((await signIn(4, 'b'))?.session).toMatchObject({ way: 'passkey' })
      expect(await signIn(0, 'c')).toBeNull()
      expect(await accounts.passkey('key')).toMatchObject({ counter: 4, usedAt: NOON })
      expect(await accounts.removePasskey('key', by)).toBe('done')
      expect(await accounts.removePasskey('key', by)).toBe('no-such')
      expect(await signIn(5, 'd')).toBeNull()
    }))

  test('a passkey that does not count lets in again and again', () =>
    withStore(open, async ({ accounts }) => {
      const { account } = await foundOwner(accounts)
      const key = { id: 'key', accountId: account.id, name: 'phone', publicKey: Buffer.of(1), counter: 0 }
      await accounts.addPasskey(key, AT_THE_MACHINE)
      for (const digest of ['a', 'b'])
        expect(await accounts.signInByPasskey({ id: 'key', counter: 0 }, { digest, ...BROWSER })).not.toBeNull()
    }))
}

function ledgerOfAccountRules(open: OpenEmpty): void {
  test('the ledger tells of each deed, names nobody, and holds also when the person is gone', () =>
    withStore(open, async ({ accounts, evidence }) => {
      const owner = await foundOwner(accounts)
      const editor = await invitedEditor(accounts, owner)
      await accounts.remove(editor.account.id, asOwner(owner))
      const entries = await evidence.ledger(0)
      expect(entries.map(({ kind }) => kind)).toEqual(Array(6).fill('account-deed'))
      const [, , invite] = entries
      expect(invite?.body).toMatchObject({ deed: 'invite', before: null, after: 'editor' })
      for (const entry of entries) expect(await evidence.bodyNow(entry)).toEqual(entry.body)
      const words = JSON.stringify(entries)
      for (const personal of ['ada@example.org', owner.account.id, editor.account.id, '127.0.0.1', 'Firefox'])
        expect(words).not.toContain(personal)
      expect(await evidence.unledgered()).toEqual([])
      expect(await evidence.misshown()).toEqual([])
    }))
}

function decidedByRules(open: OpenEmpty): void {
  test('a decision keeps who made it: the desk is told, the ledger by a keyed digest, the public only the role', () =>
    withStore(open, async (store) => {
      const by = asOwner(await foundOwner(store.accounts))
      const { articleId } = await store.addCoverage(coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]'))
      const statementId = (await store.article(articleId))?.statementRecords[0]?.id ?? ''
      const choice = { statementId, verdict: 'accepted', reason: null, speakerId: null, saidOn: null } as const
      await store.dossiers.decide({ ...choice, by: AT_THE_MACHINE })
      expect((await store.dossiers.decide({ ...choice, by })).by).toEqual(by)
      expect((await store.dossiers.decisions(statementId)).map((decision) => decision.by)).toEqual([AT_THE_MACHINE, by])
      const shown = await store.publicRecord.statement(statementId, null)
      expect(JSON.stringify(shown)).toContain('"role":"owner"')
      expect(JSON.stringify(shown)).not.toContain(by.account)
      const entries = (await store.evidence.ledger(0)).filter(({ kind }) => kind === 'decision')
      expect(entries.map(({ body }) => Object.hasOwn(body, 'by'))).toEqual([false, true])
      expect(JSON.stringify(entries)).not.toContain(by.account)
      for (const entry of entries) expect(await store.evidence.bodyNow(entry)).toEqual(entry.body)
    }))
}

export function accountRules(open: OpenEmpty): void {
  linkRules(open)
  accountChangeRules(open)
  sessionRules(open)
  passkeyRules(open)
  ledgerOfAccountRules(open)
  decidedByRules(open)
}
