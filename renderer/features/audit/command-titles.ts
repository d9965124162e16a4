import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** First parts of command names, in the order of the work. */
export const auditFeatures = [
  'ballots',
  'verifications',
  'paperBallots',
  'results',
  'reference',
  'sessions',
  'councils',
  'products',
  'producers',
  'communes',
  'documents',
  'officePapers',
  'workbook',
  'provinceList',
  'packages',
  'register',
  'registrations',
  'criteria',
  'deadlines',
  'years',
  'aftercare',
  'opinions',
  'undo',
  'room',
  'people',
  'workspace',
] as const

/** Command name → sentence, for every command that has one; the table and the search use the same. */
export function useCommandTitles(): Readonly<Record<string, string>> {
  const { i18n } = useTranslation('audit')
  const { language } = i18n
  return useMemo(() => {
    const texts: unknown = i18n.getResource(language, 'audit', 'command')
    return Object.fromEntries(titlesIn(texts))
  }, [i18n, language])
}

/** Texts at the ends of a tree of names, by their path. */
const titlesIn = (texts: unknown, path: readonly string[] = []): readonly (readonly [string, string])[] =>
  typeof texts === 'object' && texts !== null
    ? Object.entries(texts).flatMap(([name, inner]) => titlesIn(inner, [...path, name]))
    : [[path.join('.'), String(texts)]]
