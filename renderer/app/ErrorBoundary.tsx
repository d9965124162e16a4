import { Component, type ErrorInfo, type ReactNode } from 'react'
import { ErrorScreen } from './ErrorScreen.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly error: unknown }

/** The last resort: a part of the screen threw. What is saved is safe, and the sentence says so. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return <ErrorScreen error={this.state.error} onRetry={() => this.setState({ error: null })} />
  }
}
