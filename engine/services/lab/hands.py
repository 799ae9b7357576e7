"""Who works for the lab: this machine's threads, or a cluster by its address."""

from engine.gateways.cluster.sweeping import Cluster
from engine.services.lab.stages import HERE, Hands


def hands(threads: int = HERE.threads, cluster: str | None = None) -> Hands:
    """So many threads here; with a cluster's address, its workers for everything heavy."""
    return Hands(threads, None if cluster is None else Cluster(cluster))
