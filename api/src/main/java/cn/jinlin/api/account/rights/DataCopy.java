package cn.jinlin.api.account.rights;

/// The copy itself, for machines and for people.
record DataCopy(String json, String html) {

    /// Tells nothing: it belongs in no log.
    @Override
    public String toString() {
        return "DataCopy[...]";
    }
}
