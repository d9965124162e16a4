import { useTranslation } from 'react-i18next'
import classes from './CommuneNote.module.css'

type Props = {
  readonly commune: string
  readonly district: string
  readonly province?: string
  /** The commune that it is today; empty where it is called so. */
  readonly communeNow?: string
  /** Where it stood before; empty where nowhere else. */
  readonly formerly?: string
}

/** A place as it is written down, and how it is, or was, called besides. */
export function PlaceNames({ commune, district, province = '', communeNow = '', formerly = '' }: Props) {
  return (
    <>
      {[commune, district, province].filter((part) => part !== '').join(', ')}
      {(communeNow !== '' || formerly !== '') && <OtherNames communeNow={communeNow} formerly={formerly} />}
    </>
  )
}

function OtherNames({ communeNow, formerly }: { communeNow: string; formerly: string }) {
  const { t } = useTranslation('communes')
  return (
    <>
      {communeNow !== '' && <div className={classes.soft}>{t('place.now', { commune: communeNow })}</div>}
      {formerly !== '' && <div className={classes.soft}>{t('place.formerly', { place: formerly })}</div>}
    </>
  )
}
