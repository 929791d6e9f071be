/** What the pages say in English of pictures of pages. */
export const pictureEn = {
  box: 'Picture the pages whose addresses are pasted below',
  boxHint:
    'As Chromium on this machine shows it, with a PDF and all that the page loads. It takes some seconds and up to some megabytes a page.',
  take: 'Fetch the page and picture it',
  takeMeans: 'The page is fetched again, and kept as Chromium shows it today: a picture, a PDF, and all that it loads.',
  title: 'How the page looked',
  about: (browser: string) =>
    `These bytes in ${browser}, with the images and styles that the page’s servers gave at that time. Scripts were off.`,
  alt: 'The whole page as the browser showed it',
  taken: 'Pictured',
  pictureDigest: 'SHA-256 of the picture’s record',
  pdfDigest: 'SHA-256 of the PDF’s record',
  open: 'Show the picture in full',
  pdf: 'Download the PDF',
} as const
