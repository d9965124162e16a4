import type { Namespace, TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../app/i18n.ts'

/** What `of` gives in each language whose texts are at hand: what a window of another one copied pastes back. */
export function useLanguages<Texts extends Namespace, Given>(texts: Texts, of: (t: TFunction<Texts>) => Given) {
  const { i18n } = useTranslation()
  return useMemo(
    () =>
      languages
        .filter((language) => i18n.hasResourceBundle(language, 'common'))
        .map((language) => of(i18n.getFixedT(language, texts))),
    [i18n, texts, of],
  )
}
