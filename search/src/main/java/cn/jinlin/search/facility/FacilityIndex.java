package cn.jinlin.search.facility;

import java.util.Collection;
import java.util.List;

/// Keeps the index. Every write carries the record's version, so repeating or reordering writes does no harm.
public interface FacilityIndex {

    /// Creates an empty index behind the alias where there is none.
    ///
    /// @throws IndexUnavailableException when Elasticsearch cannot be asked now
    void ensureExists();

    /// Writes or removes documents and makes them visible to search before returning when `visible` is true.
    ///
    /// @return the changes that Elasticsearch refused, with its reason; a version conflict is no failure
    /// @throws IndexUnavailableException when Elasticsearch cannot be asked now; nothing may then be taken as written
    List<Refusal> apply(Collection<Change> changes, boolean visible);

    /// Starts a new index beside the one in use.
    Rebuild startRebuild();

    /// Ids and versions in the index, ascending by id.
    ///
    /// @param afterId only ids above this one
    List<Entry> listEntries(long afterId, int size);

    /// One change to the index.
    sealed interface Change {
        long id();

        record Put(FacilityDocument document) implements Change {
            @Override
            public long id() {
                return document.id();
            }
        }

        record Remove(long id, long version) implements Change {}
    }

    /// A change Elasticsearch refused.
    record Refusal(long id, String reason) {}

    /// An id in the index with the version it stands at.
    record Entry(long id, long version) {}

    /// A new index in the making. Closing it without [#swap()] throws the unfinished index away.
    interface Rebuild extends AutoCloseable {

        /// Adds documents; may return before they are written, and applies back-pressure.
        void add(Collection<FacilityDocument> documents);

        /// Documents that Elasticsearch refused so far, at most 1,000; complete once [#swap()] has returned.
        List<Refusal> listRefusals();

        /// Waits for all writes, refreshes, and points the alias at the new index in one step; drops the old one.
        ///
        /// @return number of documents in the new index
        long swap();

        @Override
        void close();
    }
}
