import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'

/** A fault of the page itself: what waits is on the device, so loading it again loses nothing. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFault: boolean }> {
  override state = { hasFault: false }

  static getDerivedStateFromError() {
    return { hasFault: true }
  }

  override render() {
    if (!this.state.hasFault) return this.props.children
    return (
      <Translation ns="device">
        {(t) => (
          <main className="words">
            <p role="alert">{t('fault')}</p>
            <button type="button" className="button" data-primary onClick={() => window.location.reload()}>
              {t('reload')}
            </button>
          </main>
        )}
      </Translation>
    )
  }
}
