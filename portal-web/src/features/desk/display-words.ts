import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    title: '叫号',
    to: '请到',
    before: '刚叫过的',
    none: '还没有叫号，请稍等。',
    waiting: (count: string) => `${count} 人在等`,
    wait: (minutes: string) => `现在取号，估计等 ${minutes} 分钟`,
    missing: '没有这个服务点。',
    loading: '正在打开…',
    soundOn: '打开声音',
    soundOff: '关掉声音',
    noVoice: '这台设备不能朗读，只显示文字。',
    whole: '全屏',
    away: '暂时连不上，显示的可能不是最新的。',
  },
  {
    title: 'Now calling',
    to: 'please go to',
    before: 'Called before',
    none: 'Nobody was called yet. Please wait.',
    waiting: (count: string) => `${count} waiting`,
    wait: (minutes: string) => `Who comes now waits about ${minutes} minutes`,
    missing: 'There is no such service point.',
    loading: 'Opening…',
    soundOn: 'Turn the sound on',
    soundOff: 'Turn the sound off',
    noVoice: 'This device cannot speak; it shows the words only.',
    whole: 'Full screen',
    away: 'No connection: what you see may be out of date.',
  },
)
