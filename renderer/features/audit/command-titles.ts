import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** First parts of command names, in the order of the work. */
export const auditFeatures = [
  'ballots',
  'verifications',
  'results',
  'sessions',
  'councils',
  'products',
  'workbook',
  'provinceList',
  'room',
  'workspace',
] as const

/** Command name → sentence, for every command that has one; the table and the search use the same. */
export const useCommandTitles = (): Readonly<Record<string, string>> => {
  const { i18n } = useTranslation('audit')
  const { language } = i18n
  return useMemo(() => {
    const texts: unknown = i18n.getResource(language, 'audit', 'command')
    if (typeof texts !== 'object' || texts === null) return {}
    return Object.fromEntries(
      Object.entries(texts).flatMap(([feature, verbs]: [string, unknown]) =>
        typeof verbs === 'object' && verbs !== null
          ? Object.entries(verbs).map(([verb, text]) => [`${feature}.${verb}`, String(text)])
          : [],
      ),
    )
  }, [i18n, language])
}
