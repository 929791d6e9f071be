/**
 * Shows work for a form of the newsletter's: once somebody begins to fill it in, a challenge is asked for and solved, and
 * what was found is sent along. Without it the form is taken all the same, under stricter limits.
 */

/** So many hashes are asked of the browser at once. */
const AT_ONCE = 200

/** @param {ArrayBuffer} bytes */
function hexOf(bytes) {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** @param {string} words @returns {Promise<string>} the SHA-256 of words, in hex */
async function digestOf(words) {
  return hexOf(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words)))
}

/** @param {{ challenge: string, salt: string, maxnumber: number }} asked @returns {Promise<number | null>} */
async function solved({ challenge, salt, maxnumber }) {
  for (let first = 0; first <= maxnumber; first += AT_ONCE) {
    const digests = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => digestOf(`${salt}${first + at}`)))
    const found = digests.indexOf(challenge)
    if (found >= 0) return first + found
  }
  return null
}

/** @param {string} address @returns {Promise<string>} what is sent along; nothing where no work can be shown */
async function proofFor(address) {
  const response = await fetch(address)
  if (!response.ok) return ''
  const asked = await response.json()
  const number = await solved(asked)
  const { algorithm, challenge, salt, signature } = asked
  return number === null ? '' : btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }))
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form.sign-up'))) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('proof'))
  /** @type {Promise<string> | null} */
  let proof = null
  const begin = () => {
    proof ??= proofFor(form.dataset.proof ?? '').catch(() => '')
    return proof
  }
  form.addEventListener('focusin', begin)
  form.addEventListener('submit', async (event) => {
    if (field.value !== '' || !('subtle' in crypto)) return
    event.preventDefault()
    // "none" is no proof, and keeps the form from waiting again.
    field.value = (await begin()) || 'none'
    form.submit()
  })
}
