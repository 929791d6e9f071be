/**
 * Makes a passkey, or signs in with one: asks the server what the browser is to ask its device, and sends what that
 * gives. Each form says in its data attributes whom it asks and what it does.
 */

/** Sends a form's fields, and gives what the server answers. @param {string} address @param {FormData} fields */
async function sent(address, fields) {
  const response = await fetch(address, { method: 'POST', body: fields, headers: { Accept: 'application/json' } })
  return { isDone: response.ok, answer: await response.json() }
}

/** The passkey that the device makes or uses, in JSON. @param {HTMLFormElement} form @param {any} asked */
async function credentialFor(form, asked) {
  const credential =
    form.dataset.does === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) })
  return JSON.stringify(/** @type {PublicKeyCredential} */ (credential).toJSON())
}

/** @param {HTMLFormElement} form @returns {Promise<string>} a sentence where nothing came of it */
async function run(form) {
  const { asks = '', notMade = '', lost = '' } = form.dataset
  const token = new FormData()
  token.append('token', String(new FormData(form).get('token')))
  const asked = await sent(asks, token).catch(() => null)
  if (asked === null) return lost
  if (!asked.isDone) return asked.answer.sentence
  const credential = await credentialFor(form, asked.answer).catch(() => null)
  if (credential === null) return notMade
  const fields = new FormData(form)
  fields.append('answer', credential)
  const done = await sent(form.action, fields).catch(() => null)
  if (done === null) return lost
  if (!done.isDone) return done.answer.sentence
  location.assign(done.answer.href)
  return ''
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form.passkey'))) {
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'))
  const status = /** @type {HTMLElement} */ (form.querySelector('[role="status"]'))
  const isAble = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential
  status.textContent = isAble ? '' : (form.dataset.tooOld ?? '')
  button.disabled = !isAble
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    button.disabled = true
    status.textContent = ''
    status.textContent = await run(form)
    button.disabled = false
  })
}
