import type { SignUpMessages } from '../sign-up-messages.ts'

/** The same in German. */
export const signUpDe: SignUpMessages = {
  languageName: 'Deutsch',
  title: 'Per Mail erhalten',
  about:
    'Wir schreiben, wenn sich etwas bewegt: Eine Aussage wurde aufgenommen, ein Termin verstrich, eine Antwort kam, eine Zeile wurde berichtigt.',
  address: 'Ihre Mailadresse',
  topics: 'Worüber',
  everything: 'alles',
  thisDossier: 'dieses Dossier',
  thisActor: 'wen diese Seite betrifft',
  notShown: 'etwas, das nicht mehr gezeigt wird',
  cadence: 'Wie oft',
  cadences: {
    'at once': 'sofort, wenn sich etwas bewegt',
    daily: 'einmal am Tag, wenn sich etwas bewegt hat',
    weekly: 'einmal in der Woche, wenn sich etwas bewegt hat',
  },
  terms: 'Die Bedingungen im Wortlaut',
  agree: 'Ich stimme zu',
  trap: 'Dieses Feld leer lassen',
  button: 'Eintragen',
  faults: {
    address: 'Das ist keine Mailadresse: Schreiben Sie sie wie name@example.org.',
    topics: 'Wählen Sie wenigstens eines, worüber wir Ihnen schreiben.',
    agreed: 'Wir dürfen Ihnen nur schreiben, wenn Sie den Bedingungen zustimmen: Setzen Sie das Häkchen.',
  },
  next: 'Wir schicken eine Mail mit einem Link. Sonst kommt nichts, bevor Sie ihn geöffnet und dort den Knopf gedrückt haben.',
  asked: {
    title: 'Sehen Sie in Ihre Mail',
    words:
      'Wenn an diese Adresse geschrieben werden kann, ist eine Mail unterwegs. Sie kommt in wenigen Minuten, vielleicht bei dem, was Ihr Mailprogramm für unerwünscht hält.',
    why: 'Diese Seite sagt bei jeder Adresse dasselbe, damit hier niemand erfährt, wem wir schreiben.',
  },
  confirm: {
    title: 'Bestätigen Sie, dass wir Ihnen schreiben sollen',
    about:
      'Ein Druck, und Sie stehen auf der Liste. Wer das nicht wollte, schließt diese Seite und wird nicht angeschrieben.',
    button: 'Ja, schreiben Sie mir',
    doneTitle: 'Sie stehen auf der Liste',
    done: 'Wir schreiben Ihnen von jetzt an, wie Sie es gewählt haben. In jeder Mail steht ein Link, mit dem Sie gehen können.',
  },
  over: {
    title: 'Dieser Link gilt nicht mehr',
    words: 'Er wurde benutzt, ist zu lange her, oder ein Teil davon fehlt.',
    now: 'Sie können sich neu eintragen oder einen neuen Link zu Ihren Einstellungen anfordern.',
  },
  preferences: {
    askTitle: 'Worüber wir Ihnen schreiben',
    askAbout:
      'Um es zu sehen, zu ändern, mitzunehmen oder löschen zu lassen, fordern Sie einen Link an: Er geht nur an Ihre Adresse.',
    askButton: 'Link schicken',
    title: 'Worüber wir Ihnen schreiben',
    waiting: 'Sie haben noch nicht bestätigt, dass wir Ihnen schreiben sollen.',
    left: 'Sie haben die Liste verlassen und werden nicht angeschrieben.',
    since: 'Uns bekannt seit {when}.',
    save: 'Speichern',
    saved: 'Gespeichert.',
    leaveTitle: 'Gehen',
    leaveAbout: 'Wir schreiben Ihnen nicht mehr. Sie können sich jederzeit neu eintragen.',
    leave: 'Die Liste verlassen',
    dataTitle: 'Was wir über Sie aufbewahren',
    data: 'Alles mitnehmen (JSON)',
    eraseTitle: 'Löschen lassen',
    eraseAbout:
      'Ihre Adresse und alles, was mit ihr aufbewahrt wird, verschwindet. Ein Code, der sich nicht in sie zurückverwandeln lässt, bleibt, damit ihr von hier nie wieder jemand schreibt, auch wenn sie neu eingetragen wird.',
    erase: 'Alles über mich löschen',
    erasedTitle: 'Es ist gelöscht',
    erased: 'Wir bewahren nichts mehr über Sie auf, außer dem Code, der uns davon abhält, Ihnen zu schreiben.',
  },
  leave: {
    title: 'Gehen',
    about: 'Darüber schreiben wir Ihnen dann nicht mehr: {topic}.',
    topics: { everything: 'alles', dossier: 'ein Dossier', actor: 'eine Person oder Stelle' },
    button: 'Gehen',
    doneTitle: 'Sie sind gegangen',
    done: 'Falls wir Ihnen darüber schrieben, tun wir es nicht mehr.',
  },
  mails: {
    confirm: {
      subject: 'Bitte bestätigen: Sollen wir Ihnen schreiben?',
      text: (link: string) =>
        `Jemand, vielleicht Sie, hat diese Adresse eingetragen, damit Onrecord ihr schreibt.\n\nWenn Sie es waren, öffnen Sie diesen Link und drücken Sie dort den Knopf; er gilt sieben Tage:\n\n${link}\n\nWenn nicht, tun Sie nichts: Wir schreiben nicht weiter und vergessen die Adresse.\n`,
    },
    known: {
      subject: 'Sie stehen schon auf der Liste',
      text: (link: string) =>
        `Jemand, vielleicht Sie, hat diese Adresse eingetragen, damit Onrecord ihr schreibt. Sie steht schon auf der Liste, und nichts wurde geändert.\n\nWorüber wir Ihnen schreiben, sehen und ändern Sie hier; der Link gilt eine Stunde:\n\n${link}\n`,
    },
    preferences: {
      subject: 'Der Link zu dem, worüber wir Ihnen schreiben',
      text: (link: string) =>
        `Hier sehen und ändern Sie, worüber Onrecord Ihnen schreibt; der Link gilt eine Stunde und sollte bei Ihnen bleiben:\n\n${link}\n\nWenn Sie ihn nicht angefordert haben, tun Sie nichts.\n`,
    },
  },
}
