import type { Navigation } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'

/** Where one can go from every page of the public's. */
export function siteNavigation({ footer }: Messages): Navigation {
  return {
    home: '/',
    sections: [
      ['dossiers', '/dossiers'],
      ['statements', '/statements'],
      ['desk', '/desk'],
    ],
    footer: footer.public,
    signUp: null,
  }
}
