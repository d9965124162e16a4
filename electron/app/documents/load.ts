/** The PDF and workbook writers weigh more than the rest of the application: they are loaded at first use. */
export const loadCatalogue = () => import('../../documents/catalogue.ts')

export const loadCertificates = () => import('../../documents/certificate/draw-certificates.ts')

export const loadTemplateCheck = () => import('../../documents/word/check-template.ts')
