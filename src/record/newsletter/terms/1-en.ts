import type { Terms } from './text.ts'

export const TERMS_1_EN: Terms = {
  version: 1,
  language: 'en',
  title: 'Terms of the newsletter, version 1',
  agreement: 'I agree to the terms of the newsletter and want to be written to at the address given here.',
  paragraphs: [
    'We write to you by mail about what moved in the record that you chose to follow, as often as you chose. You can change both at any time.',
    'We begin only after you have pressed the button on the page that our first mail leads to. Until then we keep your address for seven days, and then forget it.',
    'For this we keep your address, what you follow, how often, your language, and what became of each mail that we sent you. Nobody else gets any of it, except the mail servers that carry our mails.',
    'We do not watch whether you read our mails or what you open in them: there are no hidden pictures and no links that lead through us.',
    'You can leave at any time: by the link in every mail, or by the button of your mail program. You can see and take along all that we keep about you, and have it erased, on a page that only a link sent to your address opens.',
    'That you agreed, to which words, and when, stays in our record for as long as the record is kept, without your address: in its place stands a code that only we can compute from the address, and that cannot be turned back into it. When you have your data erased, that code also keeps us from ever writing to the address again.',
  ],
}
