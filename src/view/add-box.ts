import { html } from 'hono/html'
import { ARCHIVE_ENDINGS } from '../record/archive-name.ts'
import type { Html } from './html.ts'
import type { Messages } from './messages/messages.ts'

/** The name of the hidden field that proves that a form came from a page of ours. */
export const TOKEN_FIELD = 'token'

/** What a form on a page needs. */
export type FormNeeds = {
  readonly token: string
  /** The largest file that is taken, in bytes; archives may be of any size. */
  readonly maxBytes: number
  readonly messages: Messages
}

/**
 * The box that takes files, pasted text and addresses. It works as a plain form; `browser/add-box.js` adds dropping,
 * formatted pasting and progress, and finds its sentences in the data attributes.
 */
export function addBox({ token, maxBytes, messages }: FormNeeds): Html {
  const says = messages.box
  const limit = messages.megabytes(maxBytes)
  return html`<form class="box" action="/desk/add" method="post" enctype="multipart/form-data" data-max-bytes="${maxBytes}" data-archives="${ARCHIVE_ENDINGS.join(' ')}"
 data-too-large="${messages.tooLarge(limit)}" data-progress="${says.progress}" data-done="${says.done}" data-going="${says.going}" data-lost="${says.lost}"
 data-unreadable="${says.unreadable}"
 data-nothing="${says.nothing}" data-pasted-text="${messages.pastedText}" data-pasted-page="${messages.pastedPage}" data-failed="${messages.results.state.failed}">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<div class="field">
<label for="files">${says.files}</label>
<input id="files" type="file" name="file" multiple aria-describedby="files-hint">
<p class="hint" id="files-hint"><span class="with-script">${says.drop} </span>${says.filesHint(limit)}</p>
</div>
<div class="field with-picture">
<input id="picture" type="checkbox" name="picture" value="yes" aria-describedby="picture-hint"> <label for="picture">${messages.picture.box}</label>
<p class="hint" id="picture-hint">${messages.picture.boxHint}</p>
</div>
<div class="field">
<label for="text">${says.paste}</label>
<textarea id="text" name="text" rows="7" aria-describedby="text-hint" spellcheck="false"></textarea>
<p class="hint" id="text-hint">${says.pasteHint} <strong class="pasted" hidden>${says.pastedHtml}</strong></p>
</div>
<p><button type="submit">${says.submit}</button></p>
<p class="progress" role="status"></p>
<ol class="results" aria-label="${says.resultsLabel}" hidden></ol>
</form>`
}

/** The button that adds the sample dossier. */
export function sampleDossierForm(token: string, { welcome }: Messages): Html {
  return sampleForm('/desk/samples/dossier', token, {
    about: welcome.dossier,
    button: welcome.addDossier,
    progress: welcome.addingDossier,
  })
}

/** The button that adds the sample articles. */
export function samplesForm(token: string, { welcome }: Messages): Html {
  return sampleForm('/desk/samples', token, {
    about: welcome.samples,
    button: welcome.addSamples,
    progress: welcome.addingSamples,
  })
}

function sampleForm(
  action: string,
  token: string,
  { about, button, progress }: { readonly about: string; readonly button: string; readonly progress: string },
): Html {
  return html`<form class="samples" action="${action}" method="post" enctype="multipart/form-data" data-progress="${progress}">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<p>${about}</p>
<p><button type="submit">${button}</button></p>
<p role="status"></p>
</form>`
}
