import i18next, { type TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/**
 * A sentence of the data that the program ships, which is Vietnamese, also where a session keeps it under its seal: in words of
 * the window's language where there are some, else as it stands, and told to be Vietnamese.
 */
export function DataText({ text }: { text: string }) {
  const { t, i18n } = useTranslation()
  if (i18n.language === 'vi') return inWords(text, t)
  const said = wordsOf(i18n.language)[text]
  return said === undefined ? <span lang="vi">{inWords(text, t)}</span> : said
}

/** A doubt about a form for the reader: where the file names one of its own fields, the screen says it in words. */
export function inWords(text: string, t: TFunction): string {
  return text.replace(/\(minStarOnTitle = (\d)\)/, (_field, star: string) => t('doubt.starOnTitle', { star }))
}

const wordsOf = (language: string): Readonly<Record<string, string>> =>
  (i18next.getResourceBundle(language, 'data') as Readonly<Record<string, string>> | undefined) ?? {}
