import type { Id } from '../record/id.ts'
import type { ConsentWay } from '../record/newsletter/consent.ts'
import type { Following } from '../record/newsletter/following.ts'
import { isLanguage } from '../record/newsletter/languages.ts'
import type { MailRequest, Subscribers, Subscription } from '../record/newsletter/subscribers.ts'
import { dropMail, dueMails, putOff } from './answer-mails.ts'
import { answerRequests } from './answer-requests.ts'
import { changeFollowing, eraseSubscriber, leaveTopic } from './change-subscription.ts'
import { confirmSignUp, signUpState } from './confirm-sign-up.ts'
import { untold } from './consent-outbox.ts'
import { everythingOf } from './everything-of.ts'
import { forgetOver } from './forget-over.ts'
import type { MailingDatabase, Queries } from './mailing-database.ts'
import type { MailingParts } from './mailing-parts.ts'
import { addRequest } from './sign-up-requests.ts'
import { subscriberOf, topicsFollowed } from './subscriptions.ts'

function subscriptionOf(queries: Queries, id: Id): Subscription | null {
  const row = subscriberOf(queries, id)
  if (row === null || row.state === 'erased') return null
  const { address, state, cadence, added_at: since } = row
  const language = isLanguage(row.language) ? row.language : 'en'
  return { id, address, state, language, since, cadence, topics: topicsFollowed(queries, row.seq) }
}

/** Those who signed up, in the newsletter's own file. */
export class SqliteSubscribers implements Subscribers {
  readonly #database: MailingDatabase
  readonly #parts: MailingParts

  constructor(database: MailingDatabase, parts: MailingParts) {
    this.#database = database
    this.#parts = parts
  }

  async ask(request: MailRequest) {
    this.#database.write((queries, now) => addRequest(queries, request, now))
  }

  async answerSome() {
    return this.#database.write((queries, now) => answerRequests(queries, now, this.#parts))
  }

  async dueMails() {
    return this.#database.read(dueMails)
  }

  async mailSent(id: Id) {
    this.#database.write((queries) => dropMail(queries, id))
  }

  async mailFailed(id: Id) {
    this.#database.write((queries, now) => putOff(queries, id, now))
  }

  async signUp(id: Id) {
    return this.#database.read((queries, now) => signUpState(queries, id, now).state)
  }

  async confirm(signUp: Id) {
    return this.#database.write((queries, now) => confirmSignUp(queries, signUp, now, this.#parts))
  }

  async subscription(id: Id) {
    return this.#database.read((queries) => subscriptionOf(queries, id))
  }

  async change(id: Id, following: Following) {
    return this.#database.write((queries, now) => changeFollowing(queries, id, following, { ...this.#parts, now }))
  }

  async leave(id: Id, topic: string | null, way: ConsentWay) {
    this.#database.write((queries, now) => leaveTopic(queries, id, { topic, way }, { ...this.#parts, now }))
  }

  async erase(id: Id) {
    this.#database.write((queries, now) => eraseSubscriber(queries, id, { ...this.#parts, now }))
    // What was overwritten is gone from the file; the log of recent writes still has it until it is emptied.
    this.#database.read(({ all }) => all('pragma wal_checkpoint(truncate)'))
  }

  async everythingOf(id: Id) {
    return this.#database.read((queries) => everythingOf(queries, id))
  }

  async unledgered() {
    return this.#database.read(untold)
  }

  async ledgered(ids: readonly Id[]) {
    this.#database.write(({ run }) => {
      for (const id of ids) run('delete from consent_outbox where id = ?', id)
    })
  }

  async forgetOver() {
    this.#database.write((queries, now) => forgetOver(queries, now))
  }
}
