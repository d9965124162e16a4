import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

type Texts = Record<string, unknown>

const vietnamese = import.meta.glob<Texts>('../../resources/locales/vi/{common,device}.json', {
  eager: true,
  import: 'default',
})
const english = import.meta.glob<Texts>('../../resources/locales/en/{common,device}.json', { import: 'default' })

/** Vietnamese, unless the phone is set to English; the page needs no other texts of the application. */
export async function startTexts(): Promise<void> {
  const texts = Object.fromEntries(Object.entries(vietnamese).map(([path, value]) => [namespaceOf(path), value]))
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    defaultNS: 'device',
    ns: Object.keys(texts),
    resources: { vi: texts },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  if (!navigator.language.startsWith('en')) return
  for (const [path, load] of Object.entries(english)) {
    i18next.addResourceBundle('en', namespaceOf(path), await load())
  }
  await i18next.changeLanguage('en')
  document.documentElement.lang = 'en'
}

const namespaceOf = (path: string): string => path.replace(/^.*\/|\.json$/g, '')
