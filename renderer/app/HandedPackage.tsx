import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandedFile } from '../../shared/api/workspace.ts'
import { onWayOut } from '../components/closing/way-out.ts'
import classes from './HandedPackage.module.css'

/** Shows the package that the system handed over in the open file; without one it waits until a file is open. */
export function HandedPackage({ file: { id, name }, isFileOpen }: { file: HandedFile; isFileOpen: boolean }) {
  const { t } = useTranslation('start')
  const navigate = useNavigate()
  useEffect(() => {
    if (isFileOpen) onWayOut(() => void navigate({ to: '/packages/open', search: { handed: id } }))
  }, [isFileOpen, navigate, id])
  if (isFileOpen) return null
  return (
    <p className={classes.waits} role="status">
      {t('handed.package', { name })}
    </p>
  )
}
