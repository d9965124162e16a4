/** The PDF and workbook writers weigh more than the rest of the application: they are loaded at first use. */
export function loadCatalogue() {
  return import('../../documents/catalogue.ts')
}

export function loadCertificates() {
  return import('../../documents/certificate/draw-certificates.ts')
}

export function loadTemplateCheck() {
  return import('../../documents/word/check-template.ts')
}
