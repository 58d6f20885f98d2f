import { request, type Failure } from '@/lib/graphql'
import { ServiceOnOfferDocument, type OfferedServiceFragment } from '@/lib/graphql/generated/graphql'
import { shallowRef } from 'vue'
import { useRoute } from 'vue-router'

/// The service that the page's address names, in both languages: whoever changes one must not lose the other.
export function useService() {
  const number = String(useRoute().params.number)
  const service = shallowRef<{ zh: OfferedServiceFragment; en: OfferedServiceFragment } | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isUnknown = shallowRef(false)

  async function load(): Promise<void> {
    failure.value = null
    const [zh, en] = await Promise.all([request(ServiceOnOfferDocument, { number }, undefined, 'zh-CN'), request(ServiceOnOfferDocument, { number }, undefined, 'en')])
    if (!zh.ok) failure.value = zh.failure
    else if (!en.ok) failure.value = en.failure
    else if (zh.data.bookableService && en.data.bookableService) service.value = { zh: zh.data.bookableService, en: en.data.bookableService }
    else isUnknown.value = true
  }

  void load()
  return { service, failure, isUnknown, load }
}
