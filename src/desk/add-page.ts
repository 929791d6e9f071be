import { html } from 'hono/html'
import { addBox, type FormNeeds, sampleDossierForm, samplesForm } from '../view/add-box.ts'
import type { PageBody } from '../view/layout.ts'

/** What an empty record shows: the sample dossier first, the box, and the other samples. */
export function welcomePage(needs: FormNeeds): PageBody {
  const says = needs.messages.welcome
  return {
    title: says.title,
    section: 'articles',
    script: 'add-box.js',
    main: html`<h1>${says.title}</h1>
<p class="lead">${says.lead}</p>
${sampleDossierForm(needs.token, needs.messages)}
${addBox(needs)}
${samplesForm(needs.token, needs.messages)}`,
  }
}

/** The box on a page of its own. */
export function addPage(needs: FormNeeds): PageBody {
  const { messages } = needs
  return {
    title: messages.box.title,
    section: 'add',
    script: 'add-box.js',
    main: html`<h1>${messages.box.title}</h1>
${addBox(needs)}
<p><a href="/desk/bookmarklet">${messages.bookmarklet.offer}</a></p>
${sampleDossierForm(needs.token, messages)}
${samplesForm(needs.token, messages)}`,
  }
}
