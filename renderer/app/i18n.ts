import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

type Texts = Record<string, unknown>

const storageKey = 'ocop-language'
const vietnamese = import.meta.glob<Texts>('../../resources/locales/vi/*.json', { eager: true, import: 'default' })
const english = import.meta.glob<Texts>('../../resources/locales/en/*.json', { import: 'default' })
/** Sentences of the shipped data, by their Vietnamese words. */
const data = import.meta.glob<Texts>('../../resources/locales/data/en.json', { import: 'default' })

/** Starts in the language chosen last, Vietnamese at first; each file of `resources/locales/vi` is a namespace. */
export async function startI18n(): Promise<void> {
  const texts = Object.fromEntries(Object.entries(vietnamese).map(([path, value]) => [namespaceOf(path), value]))
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    defaultNS: 'common',
    ns: Object.keys(texts),
    resources: { vi: texts },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await chooseLanguage(storedLanguage())
}

/** Once every language is at hand; English comes as its own files, only when it is asked for. */
export async function loadLanguages(): Promise<void> {
  await Promise.all([
    ...Object.entries(english).map(async ([path, load]) =>
      i18next.addResourceBundle('en', namespaceOf(path), await load(), true, true),
    ),
    ...Object.values(data).map(async (load) => i18next.addResourceBundle('en', 'data', await load(), true, true)),
  ])
}

export function hasLanguages(): boolean {
  return languages.every((language) => i18next.hasResourceBundle(language, 'common'))
}

export async function chooseLanguage(language: Language): Promise<void> {
  if (language === 'en') await loadLanguages()
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(storageKey, language)
}

const storedLanguage = (): Language => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi')

const namespaceOf = (path: string): string => path.replace(/^.*\/|\.json$/g, '')
