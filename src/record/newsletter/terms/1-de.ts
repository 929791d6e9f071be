import type { Terms } from './text.ts'

export const TERMS_1_DE: Terms = {
  version: 1,
  language: 'de',
  title: 'Bedingungen des Rundbriefs, Fassung 1',
  agreement:
    'Ich stimme den Bedingungen des Rundbriefs zu und möchte an die hier angegebene Adresse angeschrieben werden.',
  paragraphs: [
    'Wir schreiben Ihnen per Mail, was sich in dem bewegt hat, dem Sie folgen wollten, so oft, wie Sie es gewählt haben. Beides können Sie jederzeit ändern.',
    'Wir beginnen erst, wenn Sie auf der Seite, zu der unsere erste Mail führt, den Knopf gedrückt haben. Bis dahin bewahren wir Ihre Adresse sieben Tage auf und vergessen sie dann.',
    'Dafür bewahren wir Ihre Adresse auf, wem Sie folgen, wie oft, Ihre Sprache, und was aus jeder Mail wurde, die wir Ihnen geschickt haben. Niemand sonst erhält etwas davon, außer den Mailservern, die unsere Mails befördern.',
    'Wir beobachten nicht, ob Sie unsere Mails lesen und was Sie darin öffnen: Es gibt keine versteckten Bilder und keine Links, die über uns führen.',
    'Sie können jederzeit gehen: über den Link in jeder Mail oder den Knopf Ihres Mailprogramms. Auf einer Seite, die nur ein an Ihre Adresse geschickter Link öffnet, können Sie alles sehen und mitnehmen, was wir über Sie aufbewahren, und es löschen lassen.',
    'Dass Sie zugestimmt haben, welchen Worten und wann, bleibt in unserem Verzeichnis, solange es geführt wird, ohne Ihre Adresse: An deren Stelle steht ein Code, den nur wir aus der Adresse berechnen können und der sich nicht in sie zurückverwandeln lässt. Wenn Sie Ihre Daten löschen lassen, hält uns dieser Code auch davon ab, der Adresse je wieder zu schreiben.',
  ],
}
