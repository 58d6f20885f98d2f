export interface Spoken {
  zh: string
  en: string
}

/// Whether this device can read aloud.
export const canSpeak = 'speechSynthesis' in globalThis

/// Reads a call aloud, in Chinese first, then in English; twice, since a hall is loud.
export function speak({ zh, en }: Spoken): void {
  if (!canSpeak) return
  for (let time = 0; time < 2; time++) {
    say(zh, 'zh-CN')
    if (en !== zh) say(en, 'en')
  }
}

export function hush(): void {
  if (canSpeak) speechSynthesis.cancel()
}

function say(text: string, lang: string): void {
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = lang
  utterance.rate = 0.9
  speechSynthesis.speak(utterance)
}
